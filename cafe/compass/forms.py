"""What a team types to begin a wave."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField
from wtforms.validators import Regexp

from cafe.commands import new_key
from cafe.i18n import lazy
from cafe.inputs import choice, line


class WaveForm(FlaskForm):
    """A wave to begin."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    title = line(lazy("What do you call this time?"))
    unit_id = SelectField(lazy("Which unit is it about?"))

    def offer(self, units: list[tuple[str, str]]) -> None:
        """Let one of the units be chosen, or none of them."""
        whole = choice("", lazy("The whole service"))
        self.unit_id.choices = [whole, *(choice(key, name) for key, name in units)]
