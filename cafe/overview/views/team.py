"""The page of a team."""

from __future__ import annotations

from flask import render_template

from cafe.clock import today
from cafe.db import db
from cafe.overview.navigation import team_nav
from cafe.overview.queries.team import team_facts
from cafe.overview.views.blueprint import overview
from cafe.people.identity import actor_of_request


@overview.get("/teams/<team_id>")
def team(team_id: str) -> str:
    """Show a team: what is next and due, its plans, its people, and what other domains put there."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        facts = team_facts(session, actor, team_id, today())
        nav = team_nav(session, actor, team_id, "overview.team")
    return render_template("overview/team.html", facts=facts, team_nav=nav)
