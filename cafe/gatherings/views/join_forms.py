"""The forms of coming in."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from cafe.gatherings.commands import Kind
from cafe.i18n import lazy

KINDS = (
    (Kind.PROFESSIONAL, lazy("Professional")),
    (Kind.LIVED_EXPERIENCE, lazy("Person with lived experience")),
    (Kind.RELATIVE, lazy("Relative")),
    (Kind.LEADER, lazy("Leader")),
    (Kind.POLITICIAN, lazy("Politician")),
    (Kind.OTHER, lazy("Other")),
)


class CodeForm(FlaskForm):
    """The one field of the front page."""

    code = StringField(
        lazy("Join code"), [InputRequired(lazy("Type the code that stands on the wall or on your table."))]
    )


class NameForm(FlaskForm):
    """What somebody wants to be called, and what they choose to say of themselves."""

    display_name = StringField(
        lazy("What would you like to be called?"),
        [
            InputRequired(lazy("Write a name or an alias, so that your table knows what to call you.")),
            Length(max=200, message=lazy("This is longer than 200 characters. Shorten it.")),
        ],
    )
    organisation_id = SelectField(lazy("Where are you from?"), coerce=str)
    kind = SelectField(lazy("What describes you today?"), coerce=str)
