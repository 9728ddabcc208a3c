"""Calendars that programs fetch."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import NotFound, SafeError
from cafe.people.identity import actor_of_request, settings
from cafe.people.rules import new_secret
from cafe.perform import parse, perform
from cafe.reminding.calendar import as_calendar
from cafe.reminding.facts import feed_days
from cafe.reminding.views.blueprint import reminding
from cafe.reminding.views.letters import choices_page


@reminding.post("/letters/calendars")
def make_calendar() -> ResponseReturnValue:
    """Make an address for a calendar program; it is shown this once."""
    secret = new_secret()
    data = {"feed_id": new_key(), "team_id": request.form.get("team_id") or None, "secret": secret}
    try:
        perform(actor_of_request(), parse("make_feed", new_key(), data))
    except SafeError as error:
        return choices_page(made={"problem": str(error.message), "address": ""}, status=error.status)
    address = f"{settings().origin}{url_for('.calendar', secret=secret)}"
    return choices_page(made={"problem": "", "address": address})


@reminding.post("/letters/calendars/<feed_id>/end")
def end_calendar(feed_id: str) -> ResponseReturnValue:
    """End an address."""
    perform(actor_of_request(), parse("remove_feed", new_key(), {"feed_id": feed_id}))
    return redirect(url_for(".choices"))


@reminding.get("/calendar/<secret>.ics")
def calendar(secret: str) -> Response:
    """Give the days of whoever made this address; the secret in it is the right to them."""
    with db.sessionmaker() as session:
        found = feed_days(session, secret)
    if found is None:
        raise NotFound
    with force_locale(found.language):
        content = as_calendar(found.name, found.days, now_ms())
    return Response(content, mimetype="text/calendar", headers={"Cache-Control": "private, max-age=3600"})
