"""Searching what was said, in the forms that words take."""

from __future__ import annotations

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.harvest.queries.searching import found, reach_of
from cafe.harvest.views.blueprint import harvest
from cafe.people.identity import actor_of_request
from cafe.search.catching_up import catch_up
from cafe.search.pace import require_pace


@harvest.get("/cafe/<session_id>/harvest/search")
def search(session_id: str) -> ResponseReturnValue:
    """Give the ids of the texts that have all the words, the closest first."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        reach = reach_of(session, actor, session_id)
    require_pace(actor)
    catch_up(session_id)
    with db.sessionmaker() as session:
        return jsonify(ids=found(session, reach, request.args.get("words", "")))
