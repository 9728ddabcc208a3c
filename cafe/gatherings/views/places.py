"""A guest's place: the way to the session, and the way to another phone."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from cafe.clock import now_ms
from cafe.db import db, unit_of_work
from cafe.errors import NotFound
from cafe.gatherings.queries import (
    gathering_title,
    newest_own_gathering,
    own_participant,
    session_to_go_to,
)
from cafe.gatherings.views.blueprint import gatherings
from cafe.people.identity import actor_of_request, settings
from cafe.people.transfer import issue_transfer_code
from cafe.site.qr import qr_code


@gatherings.get("/here")
def newest_place() -> ResponseReturnValue:
    """Lead somebody to the gathering they joined last; without one, to the field for the code."""
    with db.sessionmaker() as session:
        gathering = newest_own_gathering(session, actor_of_request())
    if gathering is None:
        return redirect(url_for(".front"))
    return redirect(url_for(".place", gathering_id=gathering.id))


@gatherings.get("/here/<gathering_id>")
def place(gathering_id: str) -> ResponseReturnValue:
    """Lead a guest to the session that is open now, or show that it will open."""
    with db.sessionmaker() as session:
        participant = own_participant(session, actor_of_request(), gathering_id)
        session_id = session_to_go_to(session, participant.id) if participant else None
        title = gathering_title(session, gathering_id)
    if session_id is None:
        return render_template("gatherings/join_waiting.html", title=title, gathering_id=gathering_id)
    return redirect(url_for("dialogue.guest", session_id=session_id))


@gatherings.get("/here/<gathering_id>/phone")
def other_phone(gathering_id: str) -> str:
    """Explain how one goes on on another phone."""
    return render_template("gatherings/join_phone.html", gathering_id=gathering_id, code=None)


@gatherings.post("/here/<gathering_id>/phone")
def make_transfer_code(gathering_id: str) -> str:
    """Make the code and the QR that take the place along."""
    with unit_of_work() as session:
        participant = own_participant(session, actor_of_request(), gathering_id)
        if participant is None:
            raise NotFound
        code = issue_transfer_code(session, participant.id, now_ms())
    link = f"{settings().origin}{url_for('people.ticket_link')}#{code}"
    return render_template(
        "gatherings/join_phone.html",
        gathering_id=gathering_id,
        code=f"{code[:4]} {code[4:]}",
        qr=qr_code(link),
    )
