"""What organisers type about gatherings and people."""

from __future__ import annotations

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import EmailField, HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp, ValidationError

from cafe.commands import new_key
from cafe.gatherings.words import KINDS
from cafe.i18n import lazy
from cafe.inputs import MISSING, TOO_LONG, Day, WholeNumber, choice, line, stripped

KIND_CHOICES = [
    choice("", lazy("Not said")),
    *(choice(kind.value, word) for kind, word in KINDS.items()),
]


class GatheringForm(FlaskForm):
    """What a gathering is called, where and when it is."""

    title = line(lazy("What is it called?"))
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


class PersonForm(FlaskForm):
    """One person for the list."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    display_name = line(lazy("Name"))
    organisation = line(lazy("Organisation"), required=False)
    kind = SelectField(
        lazy("What they come as"),
        choices=[
            choice("", lazy("Not said")),
            *(choice(kind.value, word) for kind, word in KINDS.items()),
        ],
        validators=[Optional()],
    )


class PeopleForm(FlaskForm):
    """A list of people, as a file or pasted."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    file = FileField(lazy("A file (.xlsx or .csv)"))
    text = TextAreaField(lazy("Or paste the list here, one person a line"))
