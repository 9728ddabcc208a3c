"""The organisers' page of conclusions, and what it asks while it is open."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.history import as_answer
from cafe.dialogue.views.live import cafe_urls, first_rows
from cafe.harvest.published_texts import Mark
from cafe.harvest.queries.conclusions import conclusion_history
from cafe.harvest.queries.delicate import delicate_in
from cafe.harvest.views.blueprint import harvest
from cafe.live.audience import Wish
from cafe.site.page import live_page


@harvest.get("/cafe/<session_id>/conclusions")
def conclusions(session_id: str) -> ResponseReturnValue:
    """Show what the café came to, and the way to publishing it."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
    urls = {
        **cafe_urls(session_id),
        "earlier": url_for(".earlier_conclusions", session_id=session_id, conclusion_id="ID"),
        "preview": url_for(".preview", session_id=session_id),
        "passages": url_for(".passages", session_id=session_id),
        "published": url_for(".published", slug="SLUG"),
    }
    page = {
        **first_rows(Wish(stream_id=session_id, capacity="organiser")),
        "urls": urls,
        "csrf": generate_csrf(),
    }
    return live_page(
        "harvest/conclusions.html",
        "js/conclusions/page.js",
        page=page,
        cafe=cafe,
        here="harvest",
        steps=cafe_urls(session_id),
    )


@harvest.get("/cafe/<session_id>/conclusions/<conclusion_id>/history")
def earlier_conclusions(session_id: str, conclusion_id: str) -> ResponseReturnValue:
    """Give the texts that a conclusion has had."""
    with db.sessionmaker() as session:
        return as_answer(conclusion_history(session, session_id, conclusion_id))


@harvest.get("/cafe/<session_id>/conclusions/passages")
def passages(session_id: str) -> ResponseReturnValue:
    """Give the passages to look at before publishing, in all that may be published."""
    with db.sessionmaker() as session:
        marks = delicate_in(session, session_id)
    return {"passages": [_as_json(mark) for mark in marks]}


def _as_json(mark: Mark) -> dict[str, Any]:
    where, passage = mark.where, mark.passage
    return {
        "id": mark.id,
        "what": where.what,
        "of": where.id,
        "table": where.table,
        "round": where.round,
        "kind": passage.kind,
        "reason": passage.reason,
        "text": passage.text,
        "sentence": passage.sentence,
    }
