"""Rows for a page that has missed very many: fetched and so compressed, as they are not on the line."""

from __future__ import annotations

from flask import request
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.errors import BadInput
from cafe.live.audience import Wish, audience_of
from cafe.live.publish import publisher
from cafe.people.identity import actor_of_request
from cafe.plans.views.blueprint import plans
from cafe.site.pieces import json_in_pieces


@plans.get("/plans/<plan_id>/rows")
def rows(plan_id: str) -> ResponseReturnValue:
    """Give what the answer to `join` would hold, to who asks in the same words."""
    asked = request.args
    if not asked.get("as"):
        raise BadInput
    with db.sessionmaker() as session:
        audience = audience_of(session, actor_of_request(), Wish(stream_id=plan_id, capacity=asked["as"]))
    missed = publisher.since(plan_id, audience.rooms, asked.get("seen", type=int), asked.get("audience"))
    return json_in_pieces(missed.pieces(), request)
