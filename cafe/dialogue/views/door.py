"""The door: who has come, who comes late or without a phone, who has a new phone."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.commands.door import HandOverPlace
from cafe.dialogue.queries.door import name_at_door, organisations_at_door
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls, first_rows
from cafe.live.audience import Wish
from cafe.people.identity import actor_of_request, settings
from cafe.people.rules import new_transfer_code
from cafe.perform import perform
from cafe.site.page import live_page
from cafe.site.qr import qr_code


@dialogue.get("/cafe/<session_id>/door")
def door(session_id: str) -> ResponseReturnValue:
    """Show the door."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
        organisations = organisations_at_door(session, cafe.gathering_id)
    rows = first_rows(Wish(stream_id=session_id, capacity="organiser"))
    phone = url_for(".new_phone", session_id=session_id, attendee_id="ATTENDEE")
    page = {**rows, "organisations": organisations, "urls": {**cafe_urls(session_id), "phone": phone}}
    return live_page(
        "dialogue/door.html",
        "js/door/page.js",
        page=page,
        cafe=cafe,
        here="door",
        steps=cafe_urls(session_id),
        qr=qr_code(cafe.join_address),
        page_origin=settings().origin.partition("//")[2],
    )


@dialogue.get("/cafe/<session_id>/door/<attendee_id>/phone")
def new_phone(session_id: str, attendee_id: str) -> str:
    """Say what a link for a new phone does before it is made."""
    return _new_phone_page(session_id, attendee_id)


@dialogue.post("/cafe/<session_id>/door/<attendee_id>/phone")
def make_new_phone_link(session_id: str, attendee_id: str) -> str:
    """Make a link, a code and a QR for a new phone and show them this once."""
    code = new_transfer_code()
    command = HandOverPlace(session_id=session_id, attendee_id=attendee_id, secret=code)
    perform(actor_of_request(), command)
    return _new_phone_page(session_id, attendee_id, code)


def _new_phone_page(session_id: str, attendee_id: str, code: str | None = None) -> str:
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
        name = name_at_door(session, session_id, attendee_id)
    link = f"{settings().origin}{url_for('people.ticket_link')}#{code}" if code else None
    return render_template(
        "dialogue/new_phone.html",
        cafe=cafe,
        name=name,
        code=code,
        link=link,
        qr=qr_code(link) if link else None,
        here="door",
        steps=cafe_urls(session_id),
    )
