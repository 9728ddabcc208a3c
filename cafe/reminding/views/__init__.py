"""HTTP in: letters and calendars."""

from cafe.reminding import team_part
from cafe.reminding.views import calendars, letters
from cafe.reminding.views.blueprint import reminding

__all__ = ["calendars", "letters", "reminding", "team_part"]
