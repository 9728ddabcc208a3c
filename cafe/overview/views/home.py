"""Where one comes to after signing in."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from cafe.clock import today
from cafe.db import db
from cafe.overview.queries.home import Belongs, belongs_to, home_facts
from cafe.overview.views.blueprint import overview
from cafe.people.identity import actor_of_request


@overview.get("/home")
def home() -> ResponseReturnValue:
    """Show what is one's own; who has one thing only is led straight to it."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        straight = _straight(belongs_to(session, actor.user_id or ""))
        if straight:
            return redirect(straight)
        facts = home_facts(session, actor, today())
    return render_template("overview/home.html", facts=facts)


def _straight(belongs: Belongs) -> str | None:
    match belongs:
        case Belongs(teams=(team_id,), networks=(), gatherings=()):
            return url_for("overview.team", team_id=team_id)
        case Belongs(teams=(), networks=(network_id,), gatherings=()):
            return url_for("overview.network", network_id=network_id)
        case Belongs(teams=(), networks=()):
            return url_for("gatherings.index")
        case _:
            return None
