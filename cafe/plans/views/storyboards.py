"""Storyboards: one page about a plan to print and to project, and those of all teams at a gathering."""

from __future__ import annotations

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from cafe.db import db
from cafe.gatherings.queries import gathering_title
from cafe.harvest.rules import file_name
from cafe.network.navigation import team_nav
from cafe.people.identity import actor_of_request
from cafe.plans.queries.page import is_in_team
from cafe.plans.queries.storyboards import plans_on_the_projector, storyboard_facts
from cafe.plans.storyboard_words import Storyboard, storyboard_of
from cafe.plans.views.blueprint import plans
from cafe.site.pdf import pdf_of

STYLESHEET = "css/storyboard_print.css"


def _board(plan_id: str) -> Storyboard:
    """Give the storyboard of a plan as its reader may see it: to its team also by a draft of its report."""
    with db.sessionmaker() as session:
        facts = storyboard_facts(session, plan_id, with_drafts=False)
        if is_in_team(session, actor_of_request().user_id, facts.plan.team_id):
            facts = storyboard_facts(session, plan_id, with_drafts=True)
    return storyboard_of(facts)


@plans.get("/plans/<plan_id>/storyboard")
def storyboard(plan_id: str) -> ResponseReturnValue:
    """Show the storyboard of a plan, to be printed and to be shown on a whole screen."""
    board = _board(plan_id)
    with db.sessionmaker() as session:
        navigation = team_nav(session, actor_of_request(), board.team_id, "plans.plan")
    return render_template("plans/storyboard.html", board=board, team_nav=navigation)


@plans.get("/plans/<plan_id>/storyboard.pdf")
def storyboard_pdf(plan_id: str) -> ResponseReturnValue:
    """Send the storyboard as one page A4."""
    board = _board(plan_id)
    html = render_template("plans/storyboard_page.html", board=board, language=str(get_locale()))
    response = Response(pdf_of(html, STYLESHEET), mimetype="application/pdf")
    name = file_name(f"{board.organisation} {board.title}", "pdf")
    response.headers.set("Content-Disposition", "inline", filename=name)
    return response


@plans.get("/gatherings/<gathering_id>/storyboards")
def storyboards(gathering_id: str) -> ResponseReturnValue:
    """Show a storyboard on the projector, with the way to those of the other teams; what is handed in only.

    One at a time: to set those of fifty teams at once would keep the server from answering for seconds.
    """
    with db.sessionmaker() as session:
        title = gathering_title(session, gathering_id)
        found = plans_on_the_projector(session, actor_of_request(), gathering_id)
        place = min(max(request.args.get("board", 1, type=int), 1), len(found) or 1)
        facts = (
            storyboard_facts(session, found[place - 1], with_drafts=False, gathering_id=gathering_id)
            if found
            else None
        )
    return render_template(
        "plans/storyboards.html",
        board=storyboard_of(facts) if facts else None,
        place=place,
        count=len(found),
        title=title,
        gathering_id=gathering_id,
    )
