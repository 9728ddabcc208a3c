"""What a guest will do in their own role: on their phone at the end, and later by their ticket."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.errors import NotAllowed
from cafe.gatherings.facts.commitments import own_commitments, teams_to_share_with
from cafe.gatherings.forms import CommitmentForm
from cafe.gatherings.queries import own_participant
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import asked_for, back_to, do, done, framed
from cafe.i18n import lazy
from cafe.inputs import choice
from cafe.people.identity import actor_of_request


@gatherings.get("/here/<gathering_id>/commitments")
def commitments(gathering_id: str) -> ResponseReturnValue:
    """Show what one has said one will do, and ask for one thing more."""
    return _page(gathering_id)


def _page(gathering_id: str, refused: CommitmentForm | None = None) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        participant = own_participant(session, actor_of_request(), gathering_id)
        if participant is None:
            raise NotAllowed
        rows = own_commitments(session, participant.id)
        teams = teams_to_share_with(session, participant)
    form = with_teams(refused or CommitmentForm(formdata=None), teams)
    return framed(
        "commitments",
        gathering_id,
        "commitments",
        rows=rows,
        teams=teams,
        form=form,
        status=400 if refused else 200,
    )


def with_teams(form: CommitmentForm, teams: list[tuple[str, str]]) -> CommitmentForm:
    """Let a form choose who sees a commitment: nobody else first."""
    shared = [choice(key, lazy("Me and %(team)s", team=name)) for key, name in teams]
    form.team_id.choices = [choice("", lazy("Only me")), *shared]
    return form


@gatherings.post("/here/<gathering_id>/commitments")
def commit(gathering_id: str) -> ResponseReturnValue:
    """Write a commitment, change it, or say that it is done."""
    wanted = asked_for("new", "change", "done", "not_done")
    here = {"gathering_id": gathering_id, "commitment_id": request.form.get("commitment_id", "")}
    if wanted in {"done", "not_done"}:
        do("change_commitment", {**here, "done": wanted == "done"})
        return back_to("commitments", gathering_id)
    team_id = request.form.get("team_id") or None
    if wanted == "change":
        asked: dict[str, Any] = {**here, "text": request.form.get("text", "").replace("\r\n", "\n").strip()}
        do("change_commitment", {**asked, "team_id": team_id, "alone": team_id is None})
        return back_to("commitments", gathering_id)
    with db.sessionmaker() as session:
        participant = own_participant(session, actor_of_request(), gathering_id)
        form = with_teams(CommitmentForm(), teams_to_share_with(session, participant) if participant else [])
    if form.validate_on_submit():
        data = {
            "gathering_id": gathering_id,
            "commitment_id": form.id.data,
            "text": form.text.data,
            "team_id": team_id,
        }
        if done(form, "commit_oneself", data, str(form.id.data)) is not None:
            return back_to("commitments", gathering_id)
    return _page(gathering_id, form)
