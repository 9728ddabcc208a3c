"""The page of those who confer about a topic: its hosts, and organisers about any."""

from __future__ import annotations

from flask import jsonify, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.history import as_answer
from cafe.dialogue.views.live import first_rows
from cafe.harvest.queries.hosts import must_harvest, organises_harvest
from cafe.harvest.queries.texts import history_of
from cafe.harvest.views.blueprint import harvest
from cafe.harvest.views.pages import rendered
from cafe.live.audience import Wish
from cafe.people.identity import actor_of_request
from cafe.site.page import live_page

# In an address: the notes of tables without a topic.
NO_TOPIC = "all"


@harvest.get("/cafe/<session_id>/harvest/together")
def together(session_id: str) -> ResponseReturnValue:
    """Show a topic's notes side by side; before the rounds are over, when it begins."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
        organises = organises_harvest(session, session_id, actor_of_request())
    rows = first_rows(Wish(stream_id=session_id, capacity="organiser" if organises else "harvester"))
    back = "harvest.harvest_page" if organises else "dialogue.guest"
    urls = {
        "back": url_for(back, session_id=session_id),
        "earlier": url_for(".earlier_texts_together", session_id=session_id, about="ID"),
        "preview": url_for(".preview_together", session_id=session_id, about="ID"),
        "published": url_for(".published", slug="SLUG", _external=False),
    }
    page = {**rows, "urls": urls, "csrf": generate_csrf(), "organiser": organises}
    return live_page("harvest/together.html", "js/together/page.js", page=page, cafe=cafe)


@harvest.get("/cafe/<session_id>/harvest/together/<about>/history")
def earlier_texts_together(session_id: str, about: str) -> ResponseReturnValue:
    """Give the texts that a topic's consolidated summary has had."""
    topic_id = None if about == NO_TOPIC else about
    with db.sessionmaker() as session:
        must_harvest(session, session_id, actor_of_request(), topic_id)
        return as_answer(history_of(session, session_id, topic_id))


@harvest.post("/cafe/<session_id>/harvest/together/<about>/preview")
def preview_together(session_id: str, about: str) -> ResponseReturnValue:
    """Render a topic's text as it will be published."""
    with db.sessionmaker() as session:
        must_harvest(session, session_id, actor_of_request(), None if about == NO_TOPIC else about)
    return jsonify(html=rendered(session_id))
