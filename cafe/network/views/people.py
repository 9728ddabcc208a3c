"""The people of a team: who they are, inviting them, changing their post, taking them out."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.db import db
from cafe.network.commands import Post
from cafe.network.forms import ChangeMemberForm, MemberForm, OwnFunctionForm, TitleForm
from cafe.network.navigation import team_nav
from cafe.network.queries.people import TeamPeople, team_people
from cafe.network.views.asking import done, invited
from cafe.network.views.blueprint import network
from cafe.people.identity import actor_of_request


@network.get("/teams/<team_id>/people", endpoint="team_people")
def people_page(team_id: str) -> ResponseReturnValue:
    """Show who is in a team."""
    return _page(team_id)


def _page(team_id: str, *, status: int = 200, **shown: Any) -> ResponseReturnValue:
    actor = actor_of_request()
    with db.sessionmaker() as session:
        nav = team_nav(session, actor, team_id, "network.team_people")
        facts = team_people(session, actor, team_id)
    page: dict[str, Any] = {
        "facts": facts,
        "team_nav": nav,
        "own_form": _own_form(facts),
        "invitation": None,
        # Who comes first coordinates, and can invite the others.
        "invite_form": MemberForm(formdata=None, post=Post.MEMBER if facts.members else Post.LEAD),
        "title_form": TitleForm(formdata=None, title=facts.title),
        "change_forms": {
            member.user_id: ChangeMemberForm(formdata=None, post=member.post, function=member.function)
            for member in facts.members
        },
        "about": None,  # somebody whose change has been refused
    }
    if "refused" in shown:
        page["change_forms"][shown["about"]] = shown.pop("refused")
    return render_template("network/people.html", **{**page, **shown}), status


def _own_form(facts: TeamPeople) -> OwnFunctionForm | None:
    own = next((member for member in facts.members if member.is_oneself), None)
    return OwnFunctionForm(formdata=None, function=own.function) if own else None


@network.post("/teams/<team_id>/people")
def invite_member(team_id: str) -> ResponseReturnValue:
    """Take somebody into a team; the link is shown once, to be handed over."""
    form = MemberForm()
    if form.validate_on_submit():
        data = {"team_id": team_id, "post": form.post.data, "function": form.function.data or None}
        invitation = invited(form, "invite_team_member", data)
        if invitation is not None:
            return _page(team_id, invitation=invitation)
    return _page(team_id, invite_form=form, status=400)


@network.post("/teams/<team_id>/name")
def change_team(team_id: str) -> ResponseReturnValue:
    """Change what a team is called."""
    form = TitleForm()
    if form.validate_on_submit():
        data = {"team_id": team_id, "title": form.title.data}
        if done(form, "change_team", data) is not None:
            return redirect(url_for(".team_people", team_id=team_id))
    return _page(team_id, title_form=form, status=400)


@network.post("/teams/<team_id>/function")
def set_own_function(team_id: str) -> ResponseReturnValue:
    """Say what one is employed or appointed as."""
    form = OwnFunctionForm()
    data = {"team_id": team_id, "function": form.function.data or None}
    if form.validate_on_submit() and done(form, "set_own_function", data) is not None:
        return redirect(url_for(".team_people", team_id=team_id))
    return _page(team_id, own_form=form, status=400)


@network.post("/teams/<team_id>/people/<user_id>")
def change_member(team_id: str, user_id: str) -> ResponseReturnValue:
    """Change what somebody does in a team."""
    form = ChangeMemberForm()
    data = {
        "team_id": team_id,
        "user_id": user_id,
        "post": form.post.data,
        "function": form.function.data or None,
    }
    if form.validate_on_submit() and done(form, "change_team_member", data) is not None:
        return redirect(url_for(".team_people", team_id=team_id))
    return _page(team_id, about=user_id, refused=form, status=400)


@network.post("/teams/<team_id>/people/<user_id>/remove")
def remove_member(team_id: str, user_id: str) -> ResponseReturnValue:
    """Take somebody out of a team."""
    form = ChangeMemberForm(formdata=None)
    if done(form, "remove_team_member", {"team_id": team_id, "user_id": user_id}) is None:
        return _page(team_id, about=user_id, refused=form, status=400)
    flash(gettext("They are no longer in the team. What they wrote stays."))
    if user_id == actor_of_request().user_id:
        return redirect("/home")
    return redirect(url_for(".team_people", team_id=team_id))
