"""The organisers' board: themes, and the notes under them."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.live import cafe_urls, first_rows
from cafe.harvest.views.blueprint import harvest
from cafe.live.audience import Wish
from cafe.site.page import live_page


@harvest.get("/cafe/<session_id>/board")
def board(session_id: str) -> ResponseReturnValue:
    """Show the board."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
    urls = {**cafe_urls(session_id), "search": url_for(".search", session_id=session_id)}
    rows = first_rows(Wish(stream_id=session_id, capacity="organiser"))
    return live_page(
        "harvest/board.html",
        "js/board/page.js",
        page={**rows, "urls": urls, "author": current_user.name},
        cafe=cafe,
        here="harvest",
        steps=cafe_urls(session_id),
    )
