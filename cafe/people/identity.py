"""Who a request comes from: cookies turned into an actor, and back."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request, current_app, g, request
from flask import session as cookie_session
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from cafe.actor import Actor
from cafe.db import db
from cafe.people.actions import participant_of_ticket
from cafe.settings import Settings

TICKET_LASTS = 180 * 24 * 3600
MOST_TICKETS = 8
WALLS = "walls"
SIGNED_IN = "_user_id"  # where Flask-Login keeps whom a browser is signed in as


def settings() -> Settings:
    """Give the running server's settings."""
    kept: Settings = current_app.extensions["cafe_settings"]
    return kept


def ticket_cookie() -> str:
    """Name the ticket cookie; behind TLS the prefix keeps other hosts and plain HTTP from setting it."""
    return "__Host-ticket" if settings().secure else "ticket"


def tickets_of(from_request: Request) -> list[str]:
    """Give the ticket secrets a browser holds: one for each gathering it has joined."""
    return [part for part in from_request.cookies.get(ticket_cookie(), "").split(".") if part][:MOST_TICKETS]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a browser shows of itself: secrets to look up, and what its signed cookie says."""

    tickets: tuple[str, ...]
    user_id: str | None
    walls: tuple[str, ...]


def shown_by_request() -> Shown:
    """Give what this request's browser shows."""
    return Shown(
        tickets=tuple(tickets_of(request)),
        user_id=current_user.id if current_user.is_authenticated else None,
        walls=tuple(cookie_session.get(WALLS, ())),
    )


def actor_who_shows(shown: Shown, reading: Session) -> Actor:
    """Tell who shows this, by what holds in the database as `reading` sees it."""
    with reading.no_autoflush:  # what waits to be written has nothing to do with tickets
        found = [participant_of_ticket(reading, secret) for secret in shown.tickets]
    return Actor(
        user_id=shown.user_id,
        participant_ids=tuple(participant for participant in found if participant),
        wall_of=shown.walls,
    )


def actor_of_request() -> Actor:
    """Tell who this request comes from, by what the server can verify."""
    if "actor" not in g:
        with db.sessionmaker() as session:
            g.actor = actor_who_shows(shown_by_request(), session)
    actor: Actor = g.actor
    return actor


def give_ticket(response: Response, secret: str) -> Response:
    """Put a ticket into the browser, before those it has."""
    held = [secret, *(kept for kept in tickets_of(request) if kept != secret)][:MOST_TICKETS]
    response.set_cookie(
        ticket_cookie(),
        ".".join(held),
        max_age=TICKET_LASTS,
        secure=settings().secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response
