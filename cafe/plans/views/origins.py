"""Taking home what a gathering came to, and the way back from a plan to where it was said."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.views.asking import Wanted, ask
from cafe.errors import NotAllowed
from cafe.harvest.queries.publication import Page, slug_of
from cafe.harvest.things import NOTE, Thing, thing_of, things_to_take_home
from cafe.people.identity import actor_of_request
from cafe.plans.addresses import plan_address
from cafe.plans.commands.origins import AsKind
from cafe.plans.queries.origins import taken_home
from cafe.plans.queries.origins_home import homes_of, is_of_network, own_teams_of, page_for_members
from cafe.plans.views.blueprint import plans

MOST = 50  # things at once


@plans.get("/cafe/<session_id>/take-home")
def take_home(session_id: str) -> ResponseReturnValue:
    """Show what a gathering came to, to be ticked and taken home; what is asked for is ticked already."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        page = page_for_members(session, actor, session_id)
        homes = homes_of(session, actor, session_id)
        teams = own_teams_of(session, actor, session_id)
        already = taken_home(session, session_id, [home.plan_id for home in homes])
    asked, nothing_ticked = request.args.getlist("take"), "none" in request.args
    return render_template(
        "plans/take_home.html",
        page=page,
        homes=homes,
        teams=teams,
        here=request.full_path.rstrip("?"),
        things=_offered(page, asked),
        asked=asked,
        already={key: plan_address(plan, anchor, own=True) for key, (plan, anchor) in already.items()},
        as_kind=_as_kind(),
        back=request.args.get("back", ""),
        tell=gettext("Nothing is ticked yet. Tick what you want to take home.") if nothing_ticked else "",
    )


@plans.post("/cafe/<session_id>/take-home")
def take_these_home(session_id: str) -> ResponseReturnValue:
    """Take one thing home or several at once; where there is more than one plan, ask which."""
    actor, taken = actor_of_request(), request.form.getlist("take")[:MOST]
    with db.sessionmaker() as session:
        page = page_for_members(session, actor, session_id)
        homes = homes_of(session, actor, session_id)
    home = request.form.get("home") or (homes[0].plan_id if len(homes) == 1 else "")
    asking: dict[str, Any] = {"take": taken, "as": _as_kind(), "back": request.form.get("back", "")}
    if not home or not taken:
        return redirect(url_for(".take_home", session_id=session_id, none=None if taken else 1, **asking))
    form = FlaskForm()
    if not ask(form, *(_command(session_id, home, one) for one in taken)):
        flash(" ".join(str(error) for error in form.form_errors))
        return redirect(url_for(".take_home", session_id=session_id, **asking))
    if request.form.get("back") == "page" and len(taken) == 1:
        return redirect(url_for("harvest.published", slug=page.slug, taken=taken[0], _anchor="taken"))
    flash(ngettext("%(num)s thing taken home.", "%(num)s things taken home.", len(taken)))
    return redirect(plan_address(home.partition(":")[0], own=True))


@plans.get("/cafe/<session_id>/said/<kind>/<thing_id>")
def origin(session_id: str, kind: str, thing_id: str) -> ResponseReturnValue:
    """Lead from a goal or a measure to where it was said. Raises NotFound when that is not published now."""
    with db.sessionmaker() as session:
        if not is_of_network(session, actor_of_request(), session_id):
            raise NotAllowed
        slug = slug_of(session, session_id)
    if kind == NOTE:
        return redirect(url_for("harvest.published_tables", slug=slug, _anchor=f"said-{thing_id}"))
    anchor = "next" if kind == "next_step" else f"{kind}-{thing_id}"
    return redirect(url_for("harvest.published", slug=slug, _anchor=anchor))


def _as_kind() -> str:
    return AsKind.GOAL if request.values.get("as") == AsKind.GOAL else AsKind.MEASURE


def _offered(page: Page, asked: list[str]) -> list[Thing]:
    """Give the conclusions and next steps, after the themes and notes that somebody comes with."""
    assert page.facts is not None  # noqa: S101 - the caller has looked
    offered = things_to_take_home(page.facts)
    known = {f"{thing.kind}:{thing.id}" for thing in offered}
    more = [thing_of(page.facts, *_parted(key)) for key in asked[:MOST] if key not in known]
    return [*(thing for thing in more if thing is not None), *offered]


def _command(session_id: str, home: str, key: str) -> Wanted:
    plan_id, _, goal_id = home.partition(":")
    kind, thing_id = _parted(key)
    as_kind = _as_kind()
    data: dict[str, Any] = {
        "plan_id": plan_id,
        "as_kind": as_kind,
        "row_id": new_key(),
        "goal_id": goal_id if goal_id and as_kind == AsKind.MEASURE else None,
        "origin_kind": kind,
        "origin_session_id": session_id,
        "origin_id": thing_id,
    }
    return "take_home", data


def _parted(key: str) -> tuple[str, str]:
    kind, _, thing_id = key.partition(":")
    return kind, thing_id
