"""Every route × method × actor, from the URL map: open to those in the table and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from cafe.authorisation.tables import ROUTES
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.people.actions import issue_ticket
from tests.integration.road.test_commands import STANDS_AS
from tests.support.compass_samples import OPEN_WAVE
from tests.support.indicator_samples import DAY, INDICATOR
from tests.support.world import World, published

OF_THE_NETWORK = {"organiser", "team member", "team lead", "leader", "member of another team"}
# Endpoints whose view asks for more than the role towards the session: who of those in the table is let in.
ONLY = {
    "dialogue.desk": {"host", "former host", "organiser"},
    "dialogue.own_desk": {"host", "former host", "host of another table"},
    "harvest.together": {"host", "host of another table", "organiser"},
    "harvest.earlier_texts_together": {"host", "organiser"},
    "harvest.preview_together": {"host", "organiser"},
    "harvest.search": {"organiser", "host", "host of another table"},
    "compass.wave": {"team member", "team lead", "leader"},  # organisers when it is shared
    "plans.take_home": OF_THE_NETWORK,
    "plans.take_these_home": OF_THE_NETWORK,
    "plans.origin": OF_THE_NETWORK,
}
# Open to everyone, and leads whoever has no place to the front page.
LEADS_ON = {"gatherings.newest_place"}


@pytest.fixture
def after(world: World) -> World:
    published(world)
    return world


def arguments(world: World, rule: Rule) -> dict[str, Any]:
    """Give something of the first hall for every argument a route may have."""
    known: dict[str, Any] = {
        "session_id": world.session_id,
        "gathering_id": world.hall.gathering_id,
        "participant_id": world.hall.participants[5],
        "attendee_id": world.hall.attendees[5],
        "table_id": world.hall.tables[0],
        "topic_id": world.hall.topics[0],
        "about": world.hall.topics[0],
        "note_id": world.note,
        "table_round_id": world.place(),
        "number": 1,
        "proposal_id": "no-such-plan",
        "file_id": "no-such-file",
        "conclusion_id": "no-such-conclusion",
        "assignment_id": "no-such-assignment",
        "slug": slug_of(world),
        "format": "json",
        "version": "0",
        "network_id": world.teams.network,
        "team_id": world.teams.team,
        "organisation_id": world.teams.organisation,
        "unit_id": world.teams.unit,
        "contact_id": "no-such-contact",
        "user_id": "no-such-person",
        "plan_id": world.teams.plan,
        "indicator_id": world.named(INDICATOR),
        "day": DAY,
        "about_id": world.teams.plan,
        "field": "why",
        "measure_id": world.named("a-measure"),
        "word_id": "no-such-word",
        "cycle_id": world.named("a-cycle"),
        "row_id": "new",
        "token": "no-such-token",
        "secret": "no-such-secret",
        "feed_id": "no-such-calendar",
        "other": 0,
        "kind": "note",
        "thing_id": world.note,
        "wave_id": world.named(OPEN_WAVE),
        "path": "css/base.css",
    }
    return {name: known[name] for name in rule.arguments}


def slug_of(world: World) -> str:
    from sqlalchemy import select

    from cafe.db import db
    from cafe.harvest.model import Publication

    with world.app.app_context(), db.sessionmaker() as session:
        return session.scalars(select(Publication.slug)).one()


def client_of(world: World, who: str) -> FlaskClient:
    """Give a browser that can show who it is, by a ticket, a password or a wall link."""
    app: Flask = world.app
    client = app.test_client()
    actor = world.actors()[who]
    for participant in actor.participant_ids:
        with app.app_context(), unit_of_work() as session:
            client.set_cookie("ticket", issue_ticket(session, participant, ends_others=False))
    with client.session_transaction() as cookie:
        if actor.user_id:
            cookie["_user_id"] = f"{actor.user_id}.0.{new_key()}"
            cookie["_fresh"] = True
        if actor.wall_of:
            cookie["walls"] = list(actor.wall_of)
    return client


def test_every_route_is_in_the_table_and_the_table_holds_nothing_else(world: World) -> None:
    assert {rule.endpoint for rule in world.app.url_map.iter_rules()} == set(ROUTES)


def requests(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            yield rule, method


@pytest.mark.parametrize("who", sorted(set(STANDS_AS) - {"server"}))
def test_a_route_is_open_to_those_in_the_table_and_to_nobody_else(after: World, who: str) -> None:
    world = after
    wrong = []
    for rule, method in requests(world.app):
        client = client_of(world, who)
        with world.app.test_request_context():
            url = world.app.url_for(rule.endpoint, **arguments(world, rule))
        response = client.open(url, method=method, headers={"Origin": "http://localhost"})
        led_away = response.status_code == 302 and response.headers["Location"] in {
            "/",
            f"/sign-in?next={url}",
        }
        shut_out = response.status_code in {401, 403} or (led_away and method == "GET")
        if rule.endpoint in LEADS_ON:
            shut_out = False
        allowed = bool(STANDS_AS[who] & ROUTES[rule.endpoint]) and who in ONLY.get(rule.endpoint, {who})
        if allowed is shut_out or response.status_code >= 500:
            wrong.append((rule.endpoint, method, response.status_code, "open" if allowed else "shut"))
    assert wrong == []
