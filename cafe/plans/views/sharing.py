"""Borrowing a measure from another team, and what a team is told when one of theirs was borrowed."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.people.identity import actor_of_request
from cafe.plans.addresses import plan_address
from cafe.plans.queries.origins_home import homes_in, own_teams_beside
from cafe.plans.queries.sharing import measure_to_borrow
from cafe.plans.views.blueprint import plans


@plans.get("/plans/<plan_id>/measures/<measure_id>/borrow")
def borrow(plan_id: str, measure_id: str) -> ResponseReturnValue:
    """Ask which plan a measure is to be borrowed into."""
    with db.sessionmaker() as session:
        measure = measure_to_borrow(session, plan_id, measure_id)
        homes = homes_in(session, actor_of_request(), measure.network_id)
        teams = own_teams_beside(session, actor_of_request(), measure.network_id, measure.team_id)
    return render_template(
        "plans/borrow.html",
        measure=measure,
        homes=[home for home in homes if home.team_id != measure.team_id],
        teams=teams,
        source=plan_address(plan_id, f"measure-{measure_id}"),
    )


@plans.post("/plans/<plan_id>/measures/<measure_id>/borrow")
def borrow_this(plan_id: str, measure_id: str) -> ResponseReturnValue:
    """Borrow a measure; where there is more than one plan, ask which."""
    with db.sessionmaker() as session:
        measure = measure_to_borrow(session, plan_id, measure_id)
        homes = homes_in(session, actor_of_request(), measure.network_id)
    others = [home.plan_id for home in homes if home.team_id != measure.team_id]
    home = request.form.get("home") or (others[0] if len(others) == 1 else "")
    if not home:
        return redirect(url_for(".borrow", plan_id=plan_id, measure_id=measure_id))
    to_plan, _, goal_id = home.partition(":")
    form, key = FlaskForm(), new_key()
    data = {
        "plan_id": to_plan,
        "measure_id": key,
        "from_measure_id": measure_id,
        "goal_id": goal_id or None,
    }
    if not ask(form, ("borrow_measure", data)):
        flash(" ".join(str(error) for error in form.form_errors))
        return redirect(url_for(".borrow", plan_id=plan_id, measure_id=measure_id))
    flash(gettext("Borrowed from %(organisation)s. They are told.", organisation=measure.organisation))
    return redirect(plan_address(to_plan, f"measure-{key}", own=True))


@plans.post("/teams/<team_id>/kind-words/<word_id>")
def see_kind_word(team_id: str, word_id: str) -> ResponseReturnValue:
    """Put a kind word away, and go back to where it stood."""
    ask(FlaskForm(), ("see_kind_word", {"team_id": team_id, "word_id": word_id}))
    return redirect(url_for("overview.team", team_id=team_id))
