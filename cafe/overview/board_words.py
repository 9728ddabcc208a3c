"""Words of the board, the portfolio and the timeline."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date
from flask_babel import get_locale

from cafe.clock import SECOND
from cafe.i18n import lazy
from cafe.overview.board import Wanted
from cafe.overview.words import WHERE
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


def said_moment(at: int | None) -> str:
    """Say the day of a moment, as people do: 8. feb. 2027."""
    if at is None:
        return ""
    day = datetime.fromtimestamp(at / SECOND, WHERE).date()
    return str(format_date(day, format="medium", locale=get_locale()))
