"""The organisers' harvest page: all that was said, and the texts made of it."""

from __future__ import annotations

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.history import as_answer
from cafe.dialogue.views.live import cafe_urls, first_rows
from cafe.errors import BadInput
from cafe.harvest.citations import render_cited
from cafe.harvest.queries.texts import citable, history_of
from cafe.harvest.rules import LONGEST_TEXT
from cafe.harvest.views.blueprint import harvest
from cafe.live.audience import Wish
from cafe.site.page import live_page


@harvest.get("/cafe/<session_id>/harvest")
def harvest_page(session_id: str) -> ResponseReturnValue:
    """Show the harvest."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
    urls = {
        **cafe_urls(session_id),
        "earlier": url_for(".earlier_texts", session_id=session_id, topic_id="ID"),
        "note_texts": url_for("dialogue.earlier_note_texts", session_id=session_id, note_id="ID"),
        "preview": url_for(".preview", session_id=session_id),
        "search": url_for(".search", session_id=session_id),
        "conclusions": url_for(".conclusions", session_id=session_id),
        "export": url_for(".export", session_id=session_id, format="FORMAT"),
    }
    rows = first_rows(Wish(stream_id=session_id, capacity="organiser"))
    page = {**rows, "urls": urls, "csrf": generate_csrf()}
    return live_page(
        "harvest/harvest.html",
        "js/harvest/page.js",
        page=page,
        cafe=cafe,
        here="harvest",
        steps=cafe_urls(session_id),
    )


@harvest.get("/cafe/<session_id>/harvest/<topic_id>/history")
def earlier_texts(session_id: str, topic_id: str) -> ResponseReturnValue:
    """Give the texts that a topic's consolidated summary has had, or the introduction."""
    with db.sessionmaker() as session:
        return as_answer(history_of(session, session_id, None if topic_id == "introduction" else topic_id))


@harvest.post("/cafe/<session_id>/harvest/preview")
def preview(session_id: str) -> ResponseReturnValue:
    """Render a text as it will be published."""
    return jsonify(html=rendered(session_id))


def rendered(session_id: str) -> str:
    """Give the text that was sent, as it will be published. Raises BadInput."""
    text = request.form.get("text", "")
    if len(text) > LONGEST_TEXT:
        raise BadInput
    with db.sessionmaker() as session:
        known = citable(session, session_id, text)
    return render_cited(text, known=known, anchor="note", top_heading=3)
