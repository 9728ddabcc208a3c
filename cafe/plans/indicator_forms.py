"""What teams type about indicators and measurements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional, Regexp, ValidationError

from cafe.commands import new_key
from cafe.i18n import Message, lazy
from cafe.inputs import MISSING, Day, choice, line, stripped
from cafe.plans.commands.indicators import LONGEST_WORDS, Direction, Frequency, IndicatorKind
from cafe.plans.commands.numbers import canonical_number
from cafe.plans.facts import IndicatorFacts
from cafe.plans.indicator_words import DIRECTIONS, FREQUENCIES, KINDS, typed_number

NO_NUMBER = lazy("Write a number with up to 12 digits and 6 decimals, such as 12 or 3.5.")


class Number(StringField):
    """A decimal number, with a comma or a point; what cannot be read as one is kept and explained."""

    def __init__(self, label: Any = None, *, required: bool = False, **options: Any) -> None:
        super().__init__(label, [self.must_be_a_number], filters=[stripped], **options)
        self.required = required
        self.flags.required = required

    def must_be_a_number(self, _form: Any, field: Any) -> None:
        """Refuse what is none, and nothing where one is needed."""
        if not field.data and self.required:
            raise ValidationError(MISSING)
        if field.data and canonical_number(field.data) is None:
            raise ValidationError(NO_NUMBER)

    @property
    def number(self) -> str | None:
        """Give the number once the form has been found right."""
        return canonical_number(self.data or "")


def _own_id() -> HiddenField:
    return HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,30}$")])


def _choice(label: Message, words: Mapping[StrEnum, Message], first: StrEnum) -> SelectField:
    choices = [choice(value.value, word) for value, word in words.items()]
    return SelectField(label, [DataRequired(MISSING)], choices=choices, default=first.value)


class IndicatorForm(FlaskForm):
    """What is measured, and where it should go."""

    id = _own_id()
    title = line(lazy("What do you count or ask?"), most=300)
    unit = line(lazy("What are the numbers?"), required=False, most=60)
    kind = _choice(lazy("What does it show?"), KINDS, IndicatorKind.OUTCOME)
    direction = _choice(lazy("Which way should it go?"), DIRECTIONS, Direction.UP)
    frequency = _choice(lazy("How often do you measure?"), FREQUENCIES, Frequency.MONTHLY)
    owner = line(lazy("Who measures?"), required=False)
    baseline = Number(lazy("Where do you start?"))
    baseline_on = Day(lazy("When was that?"), validators=[Optional()])
    target = Number(lazy("Where do you want to be?"))
    target_on = Day(lazy("By when?"), validators=[Optional()])
    about = SelectField(lazy("What does it belong to?"), validators=[Optional()])

    def fields(self) -> dict[str, Any]:
        """Give the fields as a command takes them."""
        kind, _, about_id = (self.about.data or "").partition(":")
        days = {name: self[name].data for name in ("baseline_on", "target_on")}
        return {
            **{
                name: self[name].data for name in ("title", "unit", "kind", "direction", "frequency", "owner")
            },
            "baseline": self.baseline.number,
            "target": self.target.number,
            **{name: day.isoformat() if day else None for name, day in days.items()},
            "goal_id": about_id if kind == "goal" else None,
            "measure_id": about_id if kind == "measure" else None,
        }


def as_typed(facts: IndicatorFacts) -> dict[str, Any]:
    """Give an indicator as its form shows it."""
    names = ("title", "unit", "kind", "direction", "frequency", "owner")
    about = f"measure:{facts.measure_id}" if facts.measure_id else f"goal:{facts.goal_id}"
    return {
        **{name: getattr(facts, name) for name in names},
        "baseline": typed_number(facts.baseline),
        "target": typed_number(facts.target),
        "baseline_on": date.fromisoformat(facts.baseline_on) if facts.baseline_on else None,
        "target_on": date.fromisoformat(facts.target_on) if facts.target_on else None,
        "about": about if facts.measure_id or facts.goal_id else "",
    }


class MeasurementForm(FlaskForm):
    """One value for a day, today unless another is chosen."""

    id = _own_id()
    value = Number(lazy("Value"), required=True)
    taken_on = Day(lazy("Day"), validators=[DataRequired(MISSING)])
    words = line(lazy("Note on the chart"), required=False, most=LONGEST_WORDS)
    instead_of = HiddenField(default="")

    def fields(self) -> dict[str, Any]:
        """Give the fields as a command takes them; a note that is not given is left as it is."""
        return {
            "value": self.value.number,
            "taken_on": self.taken_on.data.isoformat() if self.taken_on.data else None,
            **({"words": self.words.data} if self.words.data else {}),
            **({"instead_of": self.instead_of.data} if self.instead_of.data else {}),
        }


class FileForm(FlaskForm):
    """A file of measurements, or its lines."""

    id = _own_id()
    file = FileField(lazy("A file (.csv)"))
    text = TextAreaField(lazy("Or paste the lines here"))
