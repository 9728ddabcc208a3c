"""What teams type about the life of a plan and what stands beside its goals."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from cafe.commands import new_key
from cafe.i18n import Message, lazy
from cafe.inputs import Day, WholeNumber, can_be_stored, choice, line
from cafe.plans.commands.money import Currency
from cafe.plans.facts_words import ACTS, CYCLE_HEADINGS, PILOT_HEADINGS

KEY = Regexp(r"^[A-Za-z0-9_-]{8,36}$")
LONGEST = 60_000


def with_line_ends(text: str | None) -> str:
    """Give what was typed with the line ends that texts are kept with; a browser sends others."""
    return (text or "").replace("\r\n", "\n").rstrip()


def written(label: Any, *, most: int = LONGEST) -> TextAreaField:
    """Make a field for a text of some lines."""
    too_long = lazy("This is longer than %(most)s characters. It is kept; shorten it.", most=most)
    return TextAreaField(
        label,
        validators=[Optional(), Length(max=most, message=too_long), can_be_stored],
        filters=[with_line_ends],
    )


class Amount(WholeNumber):
    """An amount of money; people put spaces between the thousands."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed, without the spaces in it."""
        super().process_formdata(["".join(str(typed).split()) for typed in valuelist])


class NewPlanForm(FlaskForm):
    """A plan to begin."""

    id = HiddenField(default=new_key, validators=[KEY])
    title = line(lazy("What is it called?"))
    template = RadioField(lazy("What do you begin with?"), validators=[Optional()])
    from_gathering_id = SelectField(lazy("From"), validators=[Optional()])
    to_gathering_id = SelectField(lazy("To"), validators=[Optional()])
    follows_id = SelectField(lazy("The plan before it"), validators=[Optional()])
    carry_over = BooleanField(lazy("Take along what is unfinished, with where it came from"), default=True)


class PlanForm(FlaskForm):
    """What a plan is called, and its period."""

    title = line(lazy("What is it called?"))
    from_gathering_id = SelectField(lazy("From"), validators=[Optional()])
    to_gathering_id = SelectField(lazy("To"), validators=[Optional()])


class FundingForm(FlaskForm):
    """Where money comes from."""

    source = line(lazy("Who pays?"))
    amount = Amount(lazy("How much, in whole units?"), least=0, most=10**12, required=False)
    currency = SelectField(lazy("Currency"), choices=[choice(each.value, each.value) for each in Currency])
    words = line(lazy("For what, and until when?"), required=False, most=500)


class PilotForm(FlaskForm):
    """Something that is tried for a time, with its texts and the versions they start from."""

    title = line(lazy("What do you try?"))
    starts_on = Day(lazy("First day"), validators=[Optional()])
    ends_on = Day(lazy("Last day"), validators=[Optional()])
    scope = written(PILOT_HEADINGS["scope"])
    lessons = written(PILOT_HEADINGS["lessons"])
    scope_version = WholeNumber(least=0, most=10**9, required=False)
    lessons_version = WholeNumber(least=0, most=10**9, required=False)
    ended = BooleanField(lazy("It is over"))


class PartnersForm(FlaskForm):
    """Who works with the team from outside."""

    partners = written(
        lazy("Who works with you from outside: a user organisation, a competence centre, a neighbour?")
    )
    partners_version = WholeNumber(least=0, most=10**9, required=False)


class BeginCycleForm(FlaskForm):
    """A turn to begin."""

    id = HiddenField(default=new_key, validators=[KEY])
    measure_id = SelectField(lazy("With which measure?"))
    question = written(CYCLE_HEADINGS["question"], most=4000)


class CycleForm(FlaskForm):
    """A turn of plan, do, study, act, with the versions its texts start from."""

    starts_on = Day(lazy("When do you try it?"), validators=[Optional()])
    question = written(CYCLE_HEADINGS["question"])
    prediction = written(CYCLE_HEADINGS["prediction"])
    plan = written(lazy("Who does what, when and where?"))
    do = written(lazy("What happened when you tried?"))
    study = written(lazy("What did you see, and was it as you thought?"))
    act = written(lazy("Why, and what changes?"))
    question_version = WholeNumber(least=0, most=10**9, required=False)
    prediction_version = WholeNumber(least=0, most=10**9, required=False)
    plan_version = WholeNumber(least=0, most=10**9, required=False)
    do_version = WholeNumber(least=0, most=10**9, required=False)
    study_version = WholeNumber(least=0, most=10**9, required=False)
    act_version = WholeNumber(least=0, most=10**9, required=False)
    ended_as = RadioField(
        lazy("What do you do now?"),
        choices=[choice("", lazy("Not decided yet")), *(choice(name, words) for name, words in ACTS.items())],
        validators=[Optional()],
    )


class AnswerForm(FlaskForm):
    """What an organiser tells a team about its plan."""

    text = written(lazy("What would you like to tell the team?"), most=4000)


def with_nothing(label: Message, rows: list[tuple[str, Message]]) -> list[Any]:
    """Give the choices of a field in which nothing may be chosen."""
    return [choice("", label), *(choice(value, words) for value, words in rows)]
