"""The organisers' page of votes: prepared, opened, closed, shown."""

from __future__ import annotations

from flask import current_app, url_for
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.live import cafe_urls, first_rows
from cafe.harvest.views.blueprint import harvest
from cafe.live.audience import Wish
from cafe.site.page import live_page


@harvest.get("/cafe/<session_id>/votes")
def votes(session_id: str) -> ResponseReturnValue:
    """Show the votes."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
    urls = cafe_urls(session_id)
    if "harvest.board" in current_app.view_functions:
        urls["board"] = url_for("harvest.board", session_id=session_id)
    page = {**first_rows(Wish(stream_id=session_id, capacity="organiser")), "urls": urls}
    return live_page(
        "harvest/votes.html",
        "js/votes/page.js",
        page=page,
        cafe=cafe,
        here="harvest",
        steps=cafe_urls(session_id),
    )
