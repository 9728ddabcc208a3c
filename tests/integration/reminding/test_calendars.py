"""Calendars, read by another parser than the one that wrote them."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from typing import Any

import pytest

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.errors import NotAllowed, NotFound
from cafe.people.rules import new_secret
from cafe.perform import perform
from cafe.reminding.calendar import as_calendar
from cafe.reminding.commands import MakeFeed, RemoveFeed
from cafe.reminding.days import Day, DayKind
from tests.support.plan_samples import MEASURE
from tests.support.world import World

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import vobject

LONG = "Kvardagsmeistringsgruppeleiarsamlinga " * 4 + "; med komma, og \\ og\nlinjeskift"


def read(content: bytes) -> list[Any]:
    calendar = vobject.readOne(content.decode())
    return list(calendar.contents.get("vevent", []))


def feed(world: World, user_id: str, team_id: str | None = None) -> tuple[str, str]:
    key, secret = new_key(), new_secret()
    world.hall.do(MakeFeed(feed_id=key, team_id=team_id, secret=secret), Actor(user_id=user_id))
    return key, secret


def events(world: World, secret: str) -> dict[str, Any]:
    response = world.app.test_client().get(f"/calendar/{secret}.ics")
    assert response.status_code == 200
    assert response.mimetype == "text/calendar"
    return {event.summary.value: event for event in read(response.data)}


def test_what_is_written_is_what_another_parser_reads(world: World) -> None:
    days = [
        Day(
            id="a",
            on=date(2027, 2, 8),
            until=date(2027, 2, 9),
            kind=DayKind.GATHERING,
            title=LONG,
            place="Bømlo",
        ),
        Day(id="b", on=date(2027, 3, 28), kind=DayKind.MEASURE, title="Å begynne"),
    ]
    with world.app.test_request_context():
        content = as_calendar("Åse", days, 1_800_000_000_000)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    first, second = read(content)
    assert first.summary.value == LONG
    assert first.location.value == "Bømlo"
    assert (first.dtstart.value, first.dtend.value) == (date(2027, 2, 8), date(2027, 2, 10))
    assert second.dtend.value - second.dtstart.value == timedelta(days=1)
    assert (first.uid.value, second.uid.value) == ("a@kafedialog", "b@kafedialog")


def test_a_person_gets_their_own_measures_and_a_team_all_of_theirs(world: World) -> None:
    from cafe.gatherings.model import Gathering
    from cafe.plans.model import Measure

    with world.app.app_context(), unit_of_work() as session:
        session.get_one(Gathering, world.hall.gathering_id).starts_on = "2027-02-08"
        session.get_one(Measure, world.named(MEASURE)).due_gathering_id = world.hall.gathering_id
    own = events(world, feed(world, world.teams.member)[1])
    of_team = events(world, feed(world, world.teams.member, world.teams.team)[1])
    assert "A gathering" in own
    assert not any("Hire two consultants" in title for title in own)
    assert any("Hire two consultants" in title for title in of_team)


def test_nobody_makes_a_calendar_of_a_team_they_are_not_in(world: World) -> None:
    with pytest.raises(NotAllowed):
        feed(world, world.teams.of_second, world.teams.team)


def test_an_ended_address_opens_nothing_and_only_its_owner_ends_it(world: World) -> None:
    key, secret = feed(world, world.teams.member)
    with pytest.raises(NotFound), world.app.app_context():
        perform(Actor(user_id=world.teams.lead), RemoveFeed(feed_id=key))
    events(world, secret)
    world.hall.do(RemoveFeed(feed_id=key), Actor(user_id=world.teams.member))
    assert world.app.test_client().get(f"/calendar/{secret}.ics").status_code == 404


def test_a_team_calendar_closes_for_who_leaves_the_team(world: World) -> None:
    from cafe.network.model import TeamMember

    _, secret = feed(world, world.teams.member, world.teams.team)
    events(world, secret)
    with world.app.app_context(), unit_of_work() as session:
        session.delete(session.get_one(TeamMember, (world.teams.team, world.teams.member)))
    assert world.app.test_client().get(f"/calendar/{secret}.ics").status_code == 404
