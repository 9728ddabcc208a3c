"""Personal links: a place in a gathering on this phone, and the wall of a session.

The secret stands behind the # of the address, which no server sees and no log keeps. The page's module takes
it from there; only a POST uses the link up, so that a mail scanner's look does not.
"""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask import session as cookie_session
from flask.typing import ResponseReturnValue

from cafe.clock import now_ms
from cafe.db import unit_of_work
from cafe.errors import NotFound, SafeError
from cafe.live.peers import peers
from cafe.people.actions import issue_ticket, on_entered, use_link
from cafe.people.commands import Purpose
from cafe.people.guessing import count_wrong_guess, require_guesses_left
from cafe.people.identity import WALLS, give_ticket
from cafe.people.rules import TRANSFER_LENGTH, typed_transfer_code
from cafe.people.views.blueprint import people

MOST_WALLS = 8


@people.get("/t")
def ticket_link() -> str:
    """Ask somebody with a personal link whether this is the phone to use."""
    return render_template("people/ticket_link.html", error=None)


@people.post("/t")
def use_ticket_link() -> ResponseReturnValue:
    """Give a place to this browser."""
    try:
        return enter_by_link(request.form.get("secret", ""))
    except SafeError as error:
        return render_template("people/ticket_link.html", error=error.message), error.status


def enter_by_link(secret: str) -> ResponseReturnValue:
    """Give the place that a link or a typed code opens to this browser, and end it on every other.

    Raises NotFound when it opens nothing (any more), TooMany when there was too much guessing.
    """
    code = typed_transfer_code(secret)
    guessable = len(code) == TRANSFER_LENGTH
    if guessable:
        require_guesses_left()
    with unit_of_work() as session:
        try:
            participant_id = use_link(session, Purpose.TICKET, code, now_ms())
        except NotFound:
            if guessable:
                count_wrong_guess()
            raise
        ticket = issue_ticket(session, participant_id, ends_others=True)
        for entered in on_entered:
            entered(session, participant_id)
    peers.close_all_of(participant_id)
    return give_ticket(redirect(url_for("gatherings.newest_place")), ticket)


@people.get("/w")
def wall_link() -> str:
    """Receive a projector that opens the wall's link."""
    return render_template("people/wall_link.html", error=None)


@people.post("/w")
def use_wall_link() -> ResponseReturnValue:
    """Let this browser show a session's wall."""
    try:
        with unit_of_work() as session:
            session_id = use_link(session, Purpose.WALL, request.form.get("secret", ""), now_ms())
    except SafeError as error:
        return render_template("people/wall_link.html", error=error.message), error.status
    walls = [session_id, *(wall for wall in cookie_session.get(WALLS, ()) if wall != session_id)]
    cookie_session[WALLS] = walls[:MOST_WALLS]
    cookie_session.permanent = True
    return redirect(url_for("dialogue.wall", session_id=session_id))
