"""What came of a café, as published pages tell it: numbers for everyone, links for who may read the plans."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext, ngettext
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.harvest.onward import Onward, TakingHome, leads_onward, lets_take_home
from cafe.plans.addresses import plan_address
from cafe.plans.queries.origins_home import own_teams_of
from cafe.plans.queries.origins_onward import Made, MadeOf, made_of

SHOWN = 30  # links beneath one thing; the number says how many there are


@leads_onward
def what_came_of(session: Session, actor: Actor, session_id: str) -> dict[str, list[Onward]]:
    """Give, for each thing of a session, how many have made something of it, and what."""
    return {thing_id: _told(of) for thing_id, of in made_of(session, actor, session_id).items()}


@lets_take_home
def home_from(session: Session, actor: Actor, session_id: str) -> TakingHome | None:
    """Let members of a team in the network take things home; who has no plan is shown the way to one."""
    if not own_teams_of(session, actor, session_id):
        return None
    return TakingHome(
        ask=url_for("plans.take_these_home", session_id=session_id),
        choose=url_for("plans.take_home", session_id=session_id),
    )


def _told(of: MadeOf) -> list[Onward]:
    numbers = [Onward(words=words) for words in _numbers(of)]
    made = sorted(of.made, key=lambda each: (not each.own, each.kind != "measure"))
    return [*numbers, *map(_link, made[:SHOWN])]


def _numbers(of: MadeOf) -> list[str]:
    """Say how many have made measures of something; where none have, how many have made it a goal."""
    measures, goals = len(of.with_measures), len(of.with_goals)
    if measures and of.only_municipalities:
        said = ngettext(
            "%(num)s municipality has made a measure of this",
            "%(num)s municipalities have made measures of this",
            measures,
        )
    elif measures:
        said = ngettext(
            "%(num)s team has made a measure of this", "%(num)s teams have made measures of this", measures
        )
    elif goals:
        said = ngettext("%(num)s team has made this a goal", "%(num)s teams have made this a goal", goals)
    else:
        return []
    return [str(said)]


def _link(made: Made) -> Onward:
    words = made.title
    if made.kind == "goal":
        words = str(gettext("%(title)s, as a goal", title=words))
    if not made.own:
        words = str(gettext("%(title)s (%(organisation)s)", title=words, organisation=made.organisation))
    address = plan_address(made.plan_id, f"{made.kind}-{made.id}", own=made.own)
    return Onward(words=words, url=address, own=made.own)
