"""Under random voting, with devices that come and go: nobody ever holds more of a vote than is theirs."""

from __future__ import annotations

import random

import pytest
from flask import Flask

from cafe.actor import SERVER
from cafe.db import db
from cafe.errors import SafeError
from cafe.harvest.commands.voting import CastDots, CloseBallot, CountVotes, EnterDots, OpenBallot, ShowOnWall
from cafe.harvest.model import Ballot
from cafe.live.publish import publisher
from tests.integration.road.test_rows import clients_of, come_back
from tests.support.clients import Client, connect
from tests.support.voting import CLOSED, OPEN, a_dot
from tests.support.world import World, make_world, people_vote


def something_happens(world: World, chance: random.Random) -> None:
    """Let somebody vote or take a vote back, enter for a table, or an organiser open, close or show."""
    hall, sid, ballot = world.hall, world.session_id, chance.choice([OPEN, CLOSED])
    dots = chance.choice([{}, a_dot(hall, ballot)])
    command, actor = chance.choice(
        [
            *[(CastDots(session_id=sid, ballot_id=ballot, dots=dots), hall.guest(n)) for n in (0, 5, 6, 7)],
            (
                EnterDots(session_id=sid, ballot_id=ballot, table_id=hall.tables[0], people=2, dots=dots),
                hall.guest(0),
            ),
            (CountVotes(session_id=sid), SERVER),
            (CountVotes(session_id=sid), SERVER),
            (OpenBallot(session_id=sid, ballot_id=ballot), hall.organiser),
            (CloseBallot(session_id=sid, ballot_id=ballot), hall.organiser),
            (ShowOnWall(session_id=sid, ballot_id=ballot, shown=chance.random() < 0.5), hall.organiser),
        ]
    )
    try:
        hall.do(command, actor)
    except SafeError:
        return


def check(world: World, client: Client) -> None:
    """Check that a device holds its own votes, and a count only when that is over or its person has voted."""
    with world.app.app_context(), db.sessionmaker() as session:
        ballots = {ballot: session.get_one(Ballot, ballot) for ballot in (OPEN, CLOSED)}
    rows = [(room, row) for (room, _, _), row in client.state.items()]
    votes = [(room, row) for room, row in rows if row["type"] == "vote"]
    for room, vote in votes:
        if vote["table_id"] is None:
            assert room in client.rooms
            assert room.startswith("person/")
    voted = {vote["ballot_id"] for room, vote in votes if room.startswith("person/")}
    for room, row in rows:
        if row["type"] == "tally" and ballots[row["id"]].state == "open":
            assert row["id"] in voted
            assert sum(row["dots"].values()) == 0 or row["people"] > 4
        if row["type"] == "tally" and room == "wall":
            assert ballots[row["id"]].on_wall


def votes_at_random(world: World, seed: int, steps: int) -> None:
    people_vote(world)
    chance = random.Random(seed)
    clients = clients_of(world)
    connect(publisher, clients)
    for client in clients:
        client.join()
    for number in range(steps):
        somebody = chance.choice(clients)
        if chance.random() < 0.2:
            somebody.leave() if somebody.online else come_back(somebody)
        something_happens(world, chance)
        for client in clients:
            if client.online:
                check(world, client)
                # Read from the database as a whole, which takes its time.
                assert number % 10 < 9 or client.state == client.fresh()


@pytest.mark.parametrize("seed", range(2))
def test_nobody_holds_more_of_a_vote_than_is_theirs(world: World, seed: int) -> None:
    votes_at_random(world, seed, 50)


def test_the_same_holds_on_every_database(app: Flask) -> None:
    votes_at_random(make_world(app), 9, 20)
