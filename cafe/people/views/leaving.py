"""Leaving: the place is given up on this device, and the device forgets what it has kept."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask import session as cookie_session
from flask.typing import ResponseReturnValue
from flask_login import logout_user

from cafe.clock import now_ms
from cafe.db import unit_of_work
from cafe.live.peers import peers
from cafe.people.actions import end_sign_in, end_tickets
from cafe.people.identity import SIGNED_IN, actor_of_request, settings, ticket_cookie, tickets_of
from cafe.people.views.blueprint import people

# Browsers obey this only over TLS or on the device itself; elsewhere the page has cleared what it can reach.
# Not "cookies": that reaches the whole domain, and would sign people out of their employer's other services.
EVERYTHING = '"cache", "storage"'


@people.get("/leave")
def leaving() -> str:
    """Ask once more; the page itself shows what has not been saved yet."""
    return render_template("people/leaving.html")


@people.post("/leave")
def leave() -> ResponseReturnValue:
    """End this browser's tickets and its account's session, close their pages, have it forget the rest."""
    actor = actor_of_request()
    with unit_of_work() as session:
        end_tickets(session, tickets_of(request))
        end_sign_in(session, cookie_session.get(SIGNED_IN), now_ms())
    logout_user()
    cookie_session.clear()
    for owner in (*actor.participant_ids, *filter(None, [actor.user_id])):
        peers.close_all_of(owner)
    response = redirect(url_for("gatherings.front"))
    response.delete_cookie(ticket_cookie(), secure=settings().secure, path="/")
    response.headers["Clear-Site-Data"] = EVERYTHING
    return response
