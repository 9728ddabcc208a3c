"""What this domain lets return on the agenda of the next gathering: assignments and shared commitments."""

from __future__ import annotations

from flask import url_for
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.gatherings.agenda import Part, Point, returns
from cafe.gatherings.commands import When
from cafe.gatherings.facts.assignments import missing_teams
from cafe.gatherings.facts.commitments import shared_commitments
from cafe.gatherings.model import Assignment, Gathering
from cafe.gatherings.queries import series_of
from cafe.i18n import lazy
from cafe.network.queries import teams_of_user


def open_assignments_return(session: Session, gathering_id: str, _actor: Actor) -> list[Part]:
    """Give what teams were asked for before this gathering and have not all handed in."""
    points = []
    for gathering in _up_to(session, gathering_id):
        query = select(Assignment).where(
            Assignment.gathering_id == gathering.id, Assignment.removed.is_(False)
        )
        for each in session.scalars(query.order_by(Assignment.due_on, Assignment.title)):
            missing = len(missing_teams(session, gathering.id, each.id))
            if missing and not (gathering.id == gathering_id and each.when == When.AFTER):
                points.append(
                    Point(
                        title=each.title,
                        stands=ngettext(
                            "%(num)s team has not handed it in",
                            "%(num)s teams have not handed it in",
                            missing,
                        ),
                        address=url_for(
                            "gatherings.assignment", gathering_id=gathering.id, assignment_id=each.id
                        ),
                    )
                )
    return [Part(heading=lazy("Assignments that are still open"), place=40, points=tuple(points))]


def shared_commitments_return(session: Session, gathering_id: str, actor: Actor) -> list[Part]:
    """Give what people said at earlier gatherings that they would do, to the teams they share it with."""
    mine = {team.id for team in teams_of_user(session, actor.user_id)} if actor.user_id else set()
    earlier = [each for each in _up_to(session, gathering_id) if each.id != gathering_id]
    found = [
        (each, number == len(earlier))
        for number, gathering in enumerate(earlier, 1)
        for each in shared_commitments(session, gathering.id)
        if each.team_id in mine
    ]
    points = tuple(
        Point(
            title=each.text,
            whose=each.who,
            stands=lazy("done") if each.done else lazy("on the way"),
        )
        for each, is_newest in found
        if is_newest or not each.done
    )
    about = lazy("Only your team sees these: people have shared them with you.")
    return [Part(heading=lazy("What people said they would do"), place=50, points=points, about=about)]


def _up_to(session: Session, gathering_id: str) -> list[Gathering]:
    """Give the gatherings of the same network up to and including this one."""
    series = series_of(session, session.get_one(Gathering, gathering_id).network_id)
    here = next(number for number, each in enumerate(series) if each.id == gathering_id)
    return series[: here + 1]


returns.extend((open_assignments_return, shared_commitments_return))
