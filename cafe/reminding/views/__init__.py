"""HTTP in: letters and calendars."""

from cafe.reminding.views import calendars, letters
from cafe.reminding.views.blueprint import reminding

__all__ = ["calendars", "letters", "reminding"]
