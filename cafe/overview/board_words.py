"""Words of the board, the portfolio and the timeline."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.overview.board import Wanted
from cafe.plans.commands.goals import MeasureKind
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
MEASURE_KINDS = {
    MeasureKind.TRAINING: lazy("Training and study days"),
    MeasureKind.EMPLOYMENT: lazy("People with lived experience are employed"),
    MeasureKind.PEER_SUPPORT: lazy("Peer support"),
    MeasureKind.PRACTICE: lazy("A new way of working"),
    MeasureKind.COOPERATION: lazy("Working together with others"),
    MeasureKind.INFORMATION: lazy("Information"),
    MeasureKind.OTHER: lazy("Other"),
}
