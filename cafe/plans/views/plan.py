"""The page of a plan as its team works on it, and what it asks while it is open."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.views.history import as_answer
from cafe.i18n import lazy
from cafe.live.audience import Wish, audience_of
from cafe.network.navigation import Entry, team_entries, team_nav
from cafe.people.identity import actor_of_request
from cafe.plans.queries.page import PlanPage, is_in_team, plan_arguments, plan_page, text_history
from cafe.plans.views.blueprint import plans
from cafe.site.page import live_page
from cafe.site.start import start_of

team_entries.append(Entry(label=lazy("Work plan"), endpoint="plans.plan", place=30, arguments=plan_arguments))


@plans.get("/plans/<plan_id>")
def plan(plan_id: str) -> ResponseReturnValue:
    """Show a team its plan to work on; others are led to where it is read."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        found = plan_page(session, plan_id)
        if not is_in_team(session, actor.user_id, found.team_id):
            return redirect(url_for(".read", plan_id=plan_id))
        wish = Wish(stream_id=plan_id, capacity="team")
        audience = audience_of(session, actor, wish)
        navigation = team_nav(session, actor, found.team_id, "plans.plan")
    page = {
        **start_of(wish, audience, [str(actor.user_id)]),
        "rows_at": url_for(".rows", plan_id=plan_id),
        "me": actor.user_id,
        **_around(found),
        "urls": _addresses(plan_id),
    }
    return live_page("plans/plan.html", "js/plan/page.js", page=page, plan=found, team_nav=navigation)


@plans.get("/plans/<plan_id>/texts/<about_id>/<field>/history")
def earlier_texts(plan_id: str, about_id: str, field: str) -> ResponseReturnValue:
    """Give the texts that a field of the plan has had."""
    with db.sessionmaker() as session:
        return as_answer(text_history(session, plan_id, about_id, field))


def _around(found: PlanPage) -> dict[str, Any]:
    return {
        "people": [asdict(person) for person in found.people],
        "gatherings": [asdict(gathering) for gathering in found.gatherings],
        "teams": found.teams,
    }


def _addresses(plan_id: str) -> dict[str, str]:
    """Give where the page leads."""
    return {
        "earlier": url_for(".earlier_texts", plan_id=plan_id, about_id="ABOUT", field="FIELD"),
        "more": url_for(".more", plan_id=plan_id),
        "read": url_for(".read", plan_id=plan_id),
        "storyboard": url_for(".storyboard", plan_id=plan_id),
        "agenda": url_for("gatherings.agenda", gathering_id="GATHERING"),
        "indicator": url_for(".indicator", plan_id=plan_id, indicator_id="ID"),
        "origin": url_for(".origin", session_id="SESSION", kind="KIND", thing_id="THING"),
        "like": url_for(".like_this", plan_id=plan_id),
    }
