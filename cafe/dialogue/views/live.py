"""The live pages: a shell with the first rows in it; everything else comes over the socket."""

from __future__ import annotations

from typing import Any

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.queries.pages import CafePage, cafe_page, desk_page
from cafe.dialogue.queries.roles import attendee_of
from cafe.dialogue.views.blueprint import dialogue
from cafe.live.audience import Wish, audience_of
from cafe.people.identity import actor_of_request, settings
from cafe.site.page import live_page
from cafe.site.qr import qr_code, qr_image
from cafe.site.start import start_of


def first_rows(wish: Wish) -> dict[str, Any]:
    """Give what the page starts with: who it is for and, where it is little, all the rows."""
    with db.sessionmaker() as session:
        actor = actor_of_request()
        audience = audience_of(session, actor, wish)
        attendee = attendee_of(session, actor, wish.stream_id)
        # As whom the page writes: an organiser may have a place among the guests, too.
        writers = [name for name in (attendee.id if attendee else None, actor.user_id) if name]
    return start_of(wish, audience, writers)


def _page(session_id: str) -> CafePage:
    with db.sessionmaker() as session:
        return cafe_page(session, session_id)


@dialogue.get("/cafe/<session_id>")
def guest(session_id: str) -> ResponseReturnValue:
    """Show a guest's phone."""
    cafe = _page(session_id)
    rows = first_rows(Wish(stream_id=session_id, capacity="guest"))
    urls = {
        "desk": url_for(".own_desk", session_id=session_id),
        "harvest": url_for("harvest.together", session_id=session_id),
        "front": url_for("gatherings.front"),
        "leave": url_for("people.leaving"),
        "other_phone": url_for("gatherings.other_phone", gathering_id=cafe.gathering_id),
        "programme": url_for("gatherings.programme", gathering_id=cafe.gathering_id),
        "commitments": url_for("gatherings.commitments", gathering_id=cafe.gathering_id),
    }
    return live_page("dialogue/guest.html", "js/guest/page.js", page={**rows, "urls": urls}, cafe=cafe)


@dialogue.get("/cafe/<session_id>/table")
def own_desk(session_id: str) -> ResponseReturnValue:
    """Lead a host to the table they host now."""
    with db.sessionmaker() as session:
        number = desk_page(session, session_id, None, actor_of_request()).number
    return redirect(url_for(".desk", session_id=session_id, number=number))


@dialogue.get("/cafe/<session_id>/table/<int:number>")
def desk(session_id: str, number: int) -> ResponseReturnValue:
    """Show the desk of a table, to its hosts and to organisers who transcribe paper."""
    with db.sessionmaker() as session:
        found = desk_page(session, session_id, number, actor_of_request())
    rows = first_rows(Wish(stream_id=session_id, capacity="host", table_id=found.table_id))
    urls = {
        "phone": url_for(".guest", session_id=session_id),
        "harvest": url_for("harvest.together", session_id=session_id),
        "note_texts": url_for(".earlier_note_texts", session_id=session_id, note_id="ID"),
        "summary_texts": url_for(".earlier_summary_texts", session_id=session_id, table_round_id="ID"),
    }
    page = {**rows, "urls": urls, "number": number, "organiser": found.as_organiser, "former": found.former}
    return live_page(
        "dialogue/desk.html", "js/desk/page.js", page=page, cafe=_page(session_id), number=number
    )


@dialogue.get("/cafe/<session_id>/wall")
def wall(session_id: str) -> ResponseReturnValue:
    """Show the projector's page."""
    cafe = _page(session_id)
    rows = first_rows(Wish(stream_id=session_id, capacity="wall"))
    page = {**rows, "code": cafe.join_code, "join_address": cafe.join_address, "urls": {}}
    join_qr = qr_code(cafe.join_address)
    return live_page("dialogue/wall.html", "js/wall/page.js", page=page, cafe=cafe, join_qr=join_qr)


@dialogue.get("/cafe/<session_id>/wall/<slug>.svg")
def wall_qr(session_id: str, slug: str) -> ResponseReturnValue:  # noqa: ARG001 - who may see it follows from it
    """Draw the QR code of a published page for the projector of its session."""
    address = f"{settings().origin}{url_for('harvest.published', slug=slug)}"
    return Response(qr_image(address), mimetype="image/svg+xml")


@dialogue.get("/cafe/<session_id>/run")
def run(session_id: str) -> ResponseReturnValue:
    """Show the organisers' page of a running session: the next step and the live monitor."""
    cafe = _page(session_id)
    rows = first_rows(Wish(stream_id=session_id, capacity="organiser"))
    seats = url_for(".seats", session_id=session_id)
    page = {**rows, "code": cafe.join_code, "urls": {**cafe_urls(session_id), "seats": seats}}
    return live_page(
        "dialogue/run.html", "js/run/page.js", page=page, cafe=cafe, here="run", steps=cafe_urls(session_id)
    )


def cafe_urls(session_id: str) -> dict[str, str]:
    """Give the addresses of the organisers' pages of a session, by step."""
    return {
        "prepare": url_for("dialogue.prepare", session_id=session_id),
        "door": url_for("dialogue.door", session_id=session_id),
        "run": url_for("dialogue.run", session_id=session_id),
        "harvest": url_for("harvest.harvest_page", session_id=session_id),
        "wall": url_for("dialogue.wall", session_id=session_id),
    }
