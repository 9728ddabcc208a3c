"""Words of the board, the portfolio and the timeline."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.overview.board import Wanted
from cafe.reminding.commands import About

WANTED = {
    Wanted.ALL: lazy("All teams"),
    Wanted.TO_REMIND: lazy("Something is missing"),
    Wanted.HELP_WANTED: lazy("Help wanted"),
    Wanted.LATE: lazy("Measures past their day"),
}
REMIND = {
    About.PLAN: lazy("Remind of the plan"),
    About.ASSIGNMENTS: lazy("Remind of the preparation"),
    About.REPORT: lazy("Remind of the report"),
    About.MEASURES: lazy("Ask how the measures go"),
}
