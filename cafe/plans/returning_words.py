"""What returns on a gathering's agenda from the work plans, in words. Numbers, never a ranking."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext, ngettext
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import today
from cafe.days import said_day
from cafe.gatherings.agenda import Part, Point
from cafe.i18n import lazy
from cafe.plans.addresses import plan_address
from cafe.plans.facts_words import STATUSES
from cafe.plans.queries.returning import (
    ReportIn,
    Returning,
    count_teams,
    network_read_by,
    reports_in,
    returning_measures,
)
from cafe.plans.storyboard import points_in, shortened

HELP_LINES, HELP_MEASURE = 3, 34.0


def measures_return(session: Session, gathering_id: str, actor: Actor) -> list[Part]:
    """Give the measures that are not finished and due by then."""
    network_id = network_read_by(session, actor, gathering_id)
    if network_id is None:
        return []
    found = returning_measures(session, network_id, gathering_id, today())
    points = tuple(
        Point(
            title=measure.title,
            whose=measure.whose,
            stands=_stands(measure),
            address=plan_address(measure.plan_id, f"measure-{measure.measure_id}"),
        )
        for measure in found
    )
    about = lazy("Due by this gathering and not finished. They leave the list when they are done.")
    return [Part(heading=lazy("Measures that go on"), place=10, points=points, about=about)]


def _stands(measure: Returning) -> str:
    status = str(STATUSES.get(measure.status, measure.status))
    when = said_day(measure.due_on) if measure.due_on else measure.due_at
    if measure.late:
        return str(gettext("%(status)s, was due %(when)s", status=status, when=when))
    return str(gettext("%(status)s, due %(when)s", status=status, when=when))


def help_returns(session: Session, gathering_id: str, actor: Actor) -> list[Part]:
    """Give what teams ask the others in their reports."""
    points = tuple(
        Point(title=_asked(report), whose=report.whose, address=_address(report, gathering_id))
        for report in _read_by(session, gathering_id, actor)
        if report.wants_help
    )
    return [Part(heading=lazy("Help wanted"), place=20, points=points)]


def _asked(report: ReportIn) -> str:
    text = " ".join(points_in(report.help_wanted))
    return shortened(text, HELP_LINES, HELP_MEASURE) or gettext("Would like to hear from others.")


def reports_return(session: Session, gathering_id: str, actor: Actor) -> list[Part]:
    """Give whose report is in, by organisation."""
    found = _read_by(session, gathering_id, actor)
    if not found:
        return []
    network_id = network_read_by(session, actor, gathering_id)
    about = ngettext(
        "%(num)s report is in; the network has %(teams)s teams.",
        "%(num)s reports are in; the network has %(teams)s teams.",
        len(found),
        teams=count_teams(session, network_id or ""),
    )
    points = tuple(Point(title=report.whose, address=_address(report, gathering_id)) for report in found)
    return [Part(heading=lazy("Reports"), place=30, points=points, about=about)]


def _read_by(session: Session, gathering_id: str, actor: Actor) -> list[ReportIn]:
    network_id = network_read_by(session, actor, gathering_id)
    return reports_in(session, network_id, gathering_id) if network_id else []


def _address(report: ReportIn, gathering_id: str) -> str:
    return url_for("plans.report", plan_id=report.plan_id, gathering_id=gathering_id)
