"""The team's pages: its waves, the picture of each, and the slip that invites to one."""

from __future__ import annotations

from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cafe.actor import Role
from cafe.authorisation import roles_towards
from cafe.commands import new_key
from cafe.compass.drawing import outline_at
from cafe.compass.facts import WaveFacts, facts_of, rows_of, units_of_team
from cafe.compass.forms import WaveForm
from cafe.compass.pairs import GROUPS, PAIRS
from cafe.compass.views.blueprint import compass
from cafe.db import db
from cafe.errors import BadInput, NotAllowed, NotFound, SafeError
from cafe.i18n import lazy
from cafe.inputs import tell
from cafe.network.navigation import Entry, team_entries, team_nav
from cafe.people.identity import actor_of_request, settings
from cafe.people.rules import new_secret
from cafe.perform import parse, perform
from cafe.site.qr import qr_code

HERE = "compass.waves"
SLIPS = 4
CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "close": ("close_wave", {}),
    "reopen": ("reopen_wave", {}),
    "share": ("share_wave", {"shared": True}),
    "keep": ("share_wave", {"shared": False}),
}
team_entries.append(Entry(label=lazy("Compass"), endpoint=HERE, place=60))


@compass.get("/teams/<team_id>/compass")
def waves(team_id: str) -> ResponseReturnValue:
    """List the waves of a team, and let it begin one."""
    return _waves(team_id, WaveForm(formdata=None))


@compass.post("/teams/<team_id>/compass")
def begin(team_id: str) -> ResponseReturnValue:
    """Begin a wave."""
    form = WaveForm()
    with db.sessionmaker() as session:
        form.offer(units_of_team(session, team_id))
    if not form.validate_on_submit():
        return _waves(team_id, form), BadInput.status
    data = {
        "team_id": team_id,
        "wave_id": form.id.data,
        "title": form.title.data,
        "unit_id": form.unit_id.data or None,
        "secret": new_secret(),
    }
    try:
        perform(actor_of_request(), parse("open_wave", form.id.data, data))
    except SafeError as error:
        tell(form, error)
        return _waves(team_id, form), error.status
    return redirect(url_for(".wave", team_id=team_id, wave_id=form.id.data))


@compass.get("/teams/<team_id>/compass/<wave_id>")
def wave(team_id: str, wave_id: str) -> ResponseReturnValue:
    """Show a wave: how to come to it while it is open, and its picture when it has been closed."""
    with db.sessionmaker() as session:
        actor = actor_of_request()
        roles = roles_towards(session, actor, {"team_id": team_id})
        in_team = Role.TEAM in roles
        facts = facts_of(session, team_id, wave_id, whole=in_team)
        if not in_team and not (facts.row.shared and facts.row.closed):
            raise NotAllowed
        nav = team_nav(session, actor, team_id, HERE)
    shown = _invitation(facts) if in_team and not facts.row.closed else {}
    return render_template(
        "compass/wave.html",
        facts=facts,
        team_nav=nav,
        in_team=in_team,
        outline_at=outline_at,
        plan_address=_plans(team_id),
        **shown,
    )


@compass.post("/teams/<team_id>/compass/<wave_id>")
def change(team_id: str, wave_id: str) -> ResponseReturnValue:
    """Close a wave, take answers again, or let the organisers see its picture."""
    name, more = CHANGES.get(request.form.get("do", ""), ("", {}))
    if not name:
        raise BadInput
    command = parse(name, new_key(), {"team_id": team_id, "wave_id": wave_id, **more})
    perform(actor_of_request(), command)
    return redirect(url_for(".wave", team_id=team_id, wave_id=wave_id))


@compass.get("/teams/<team_id>/compass/<wave_id>/slip")
def slip(team_id: str, wave_id: str) -> ResponseReturnValue:
    """Show slips to print, that invite to answer."""
    with db.sessionmaker() as session:
        facts = facts_of(session, team_id, wave_id, whole=True)
        nav = team_nav(session, actor_of_request(), team_id, HERE)
    if facts.row.closed:
        raise NotFound(lazy("This is closed for answers. Open it again to print slips for it."))
    return render_template(
        "compass/slip.html", facts=facts, team_nav=nav, slips=range(SLIPS), **_invitation(facts)
    )


def _waves(team_id: str, form: WaveForm) -> str:
    with db.sessionmaker() as session:
        nav = team_nav(session, actor_of_request(), team_id, HERE)
        rows = rows_of(session, team_id)
        form.offer(units_of_team(session, team_id))
    return render_template(
        "compass/waves.html", form=form, rows=rows, team_nav=nav, pairs=PAIRS, groups=GROUPS
    )


def _plans(team_id: str) -> str | None:
    """Give the team's own page, from where its plan is a step away."""
    known = "overview.team" in current_app.view_functions
    return url_for("overview.team", team_id=team_id) if known else None


def _invitation(facts: WaveFacts) -> dict[str, Any]:
    link = f"{settings().origin}{url_for('.arrive')}#{facts.secret}"
    return {"link": link, "qr": qr_code(link)}
