"""What organisers type about gatherings and people."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, EmailField, HiddenField, RadioField, SelectField, TextAreaField, TimeField
from wtforms.validators import DataRequired, Length, Optional, Regexp, ValidationError

from cafe.commands import new_key
from cafe.gatherings.words import IN_WORDS, ITEM_KINDS, KINDS, QUESTIONS, WHENS
from cafe.i18n import lazy
from cafe.inputs import MISSING, TOO_LONG, Day, WholeNumber, can_be_stored, choice, line, stripped

KEY = Regexp(r"^[A-Za-z0-9_-]{8,36}$")

KIND_CHOICES = [
    choice("", lazy("Not said")),
    *(choice(kind.value, word) for kind, word in KINDS.items()),
]


class GatheringForm(FlaskForm):
    """What a gathering is called and about, where and when it is."""

    title = line(lazy("What is it called?"))
    themes = line(lazy("What is it about?"), required=False)
    place = line(lazy("Where is it?"), required=False)
    starts_on = Day(lazy("First day"), validators=[Optional()])
    ends_on = Day(lazy("Last day"), validators=[Optional()])

    def validate_ends_on(self, field: Day) -> None:
        """Refuse a last day before the first."""
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(lazy("The last day is before the first. Look at both."))

    def days(self) -> dict[str, str | None]:
        """Give the days as a command takes them; one day is the first and the last."""
        first = self.starts_on.data
        last = self.ends_on.data or first
        return {
            "starts_on": first.isoformat() if first else None,
            "ends_on": last.isoformat() if last else None,
        }


class NewGatheringForm(GatheringForm):
    """A gathering to begin."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    network = line(lazy("Which network is it for?"))
    ordinal = WholeNumber(lazy("Which gathering of the network is it?"), least=1, most=999, required=False)


class InviteForm(FlaskForm):
    """Somebody who is to organise too."""

    display_name = line(lazy("Name"))
    email = EmailField(
        lazy("E-mail"),
        validators=[
            DataRequired(MISSING),
            Length(max=200, message=TOO_LONG),
            Regexp(
                r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
                message=lazy("This does not look like an e-mail address. Look at it again."),
            ),
        ],
        filters=[stripped],
    )
    of_network = BooleanField(lazy("Let them organise the whole network, with all its gatherings"))


class PersonForm(FlaskForm):
    """One person for the list."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    display_name = line(lazy("Name"))
    organisation = line(lazy("Organisation"), required=False)
    kind = SelectField(
        lazy("What they come as"),
        choices=KIND_CHOICES,
        validators=[Optional()],
    )


class PeopleForm(FlaskForm):
    """A list of people, as a file or pasted."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    file = FileField(lazy("A file (.xlsx or .csv)"))
    text = TextAreaField(lazy("Or paste the list here, one person a line"))


def words(label: Any, *, most: int = 4000) -> TextAreaField:
    """Make a field for a text of several lines that may stay empty."""
    too_long = lazy("This is longer than %(most)s characters. It is kept; shorten it.", most=most)
    return TextAreaField(
        label, validators=[Optional(), Length(max=most, message=too_long), can_be_stored], filters=[stripped]
    )


class Clock(TimeField):
    """A time of day."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed. Raises ValueError with a message that helps."""
        if not any(valuelist):
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(lazy("Write the time as hours and minutes, such as 09:30.")) from None


class ItemForm(FlaskForm):
    """A point of the programme."""

    id = HiddenField(default=new_key, validators=[KEY])
    title = line(lazy("What is the point called?"))
    day = Day(lazy("Day"), validators=[DataRequired(MISSING)])
    starts = Clock(lazy("From"), validators=[DataRequired(MISSING)])
    ends = Clock(lazy("To"), validators=[Optional()])
    kind = SelectField(
        lazy("What is it?"), choices=[choice(kind.value, word) for kind, word in ITEM_KINDS.items()]
    )
    speaker = line(lazy("Who speaks or leads?"), required=False)
    session_id = SelectField(lazy("Which café session?"), validators=[Optional()], choices=[])
    about = words(lazy("More about the point"))

    def said(self) -> dict[str, Any]:
        """Give the point as a command takes it."""
        times = {name: self[name].data for name in ("starts", "ends")}
        return {
            "item_id": self.id.data,
            "day": self.day.data.isoformat() if self.day.data else None,
            **{name: at.strftime("%H:%M") if at else None for name, at in times.items()},
            **{name: self[name].data for name in ("kind", "title", "speaker", "about")},
            "session_id": self.session_id.data or None,
        }


class AssignmentForm(FlaskForm):
    """Something the teams are asked for."""

    id = HiddenField(default=new_key, validators=[KEY])
    title = line(lazy("What are the teams asked to do?"))
    about = words(lazy("How, and why?"))
    when = RadioField(
        lazy("Before or after the gathering?"),
        choices=[choice(when.value, word) for when, word in WHENS.items()],
        default="before",
    )
    due_on = Day(lazy("Hand in by"), validators=[Optional()])

    def said(self) -> dict[str, Any]:
        """Give the assignment as a command takes it."""
        return {
            "assignment_id": self.id.data,
            **{name: self[name].data for name in ("title", "about", "when")},
            "due_on": self.due_on.data.isoformat() if self.due_on.data else None,
        }


class RegistrationForm(FlaskForm):
    """Until when people may register."""

    until = Day(lazy("Until and including"), validators=[DataRequired(MISSING)])

    def said(self) -> dict[str, Any]:
        """Give the day as a command takes it."""
        return {"until": self.until.data.isoformat() if self.until.data else None}


class RegisterForm(FlaskForm):
    """Somebody who will come."""

    id = HiddenField(default=new_key, validators=[KEY])
    registration_secret = HiddenField()
    display_name = line(lazy("Your name"))
    organisation_id = SelectField(lazy("Where are you from?"), validators=[Optional()], choices=[])
    kind = SelectField(lazy("What do you come as?"), choices=KIND_CHOICES, validators=[Optional()])


class CommitmentForm(FlaskForm):
    """What somebody will do in their own role."""

    id = HiddenField(default=new_key, validators=[KEY])
    text = TextAreaField(
        lazy("What can I do in my own role?"),
        validators=[DataRequired(MISSING), Length(max=4000), can_be_stored],
        filters=[stripped],
    )
    team_id = SelectField(lazy("Who sees it?"), validators=[Optional()], choices=[])


MARKS = [choice(str(mark), str(mark)) for mark in range(1, 6)]


class EvaluationForm(FlaskForm):
    """What somebody thinks of a gathering; everything may be left out."""

    id = HiddenField(default=new_key, validators=[KEY])


for _name, _text in QUESTIONS.items():
    setattr(EvaluationForm, _name, RadioField(_text, choices=MARKS, validators=[Optional()]))
for _name, _text in IN_WORDS.items():
    setattr(EvaluationForm, _name, words(_text, most=2000))
