"""Taking out and putting back what is in a plan: what was taken out stays the team's, and goes to no other.

With a thing go its texts and what it is nothing without: the cycles of a measure and their texts, the
measurements of an indicator. The measures of a goal stay, as they then stand beside the goals.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.live.model import LiveRow
from cafe.live.stamp import touch
from cafe.plans.model import (
    Funding,
    Goal,
    Indicator,
    Measure,
    Measurement,
    PdsaCycle,
    Pilot,
    PlanText,
    StatusReport,
)
from cafe.plans.rules import ReportState

CanBeTakenOut = Goal | Measure | PdsaCycle | Pilot | Funding | Indicator


def take_out(session: Session, row: CanBeTakenOut) -> None:
    """Take something out of a plan."""
    row.removed = True
    show_anew(session, row)


def put_back(session: Session, row: CanBeTakenOut) -> None:
    """Put something back as it was."""
    row.removed = False
    show_anew(session, row)


def is_public(about: LiveRow) -> bool:
    """Tell whether the texts about something are for all who read the plan, or the team's alone."""
    match about:
        case StatusReport():
            return about.state == ReportState.SUBMITTED
        case PdsaCycle():
            return not (about.removed or about.measure.removed)
        case Goal() | Measure() | Pilot():
            return not about.removed
        case _:
            return True


def show_anew(session: Session, row: LiveRow) -> None:
    """Compute anew who sees what belongs to something, as it is shown to others or no longer."""
    things = {thing.id: thing for thing in (row, *_belonging_to(session, row))}
    touch(*things.values())
    for text in session.scalars(select(PlanText).where(PlanText.about_id.in_(things))):
        text.public = is_public(things[text.about_id])
        touch(text)


def _belonging_to(session: Session, row: LiveRow) -> Iterator[LiveRow]:
    match row:
        case Measure():
            yield from session.scalars(select(PdsaCycle).where(PdsaCycle.measure_id == row.id))
        case Indicator():
            yield from session.scalars(select(Measurement).where(Measurement.indicator_id == row.id))
        case StatusReport():
            yield from row.scores
