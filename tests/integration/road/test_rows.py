"""Snapshot + changes = fresh state, for every row type and every audience, under random histories."""

from __future__ import annotations

import random

import pytest
from flask import Flask
from flask.json import dumps, loads

from cafe.actor import Actor
from cafe.commands import registry
from cafe.errors import SafeError
from cafe.live.audience import Wish
from cafe.live.image import Image
from cafe.live.publish import publisher
from cafe.live.rows import kind_of, row_types
from cafe.perform import perform
from tests.faults.figures import Figures, count
from tests.support.clients import Client, connect
from tests.support.world import ABOUT_ONESELF, World, make_world, people_vote, published, samples

SAMPLES = samples()
# These change no row of the session, or cannot be done twice in one history.
NOT_IN_HISTORIES = {
    "add_user",
    "choose_password",
    "create_gathering",
    "create_session",
    "publish",
    "unpublish",
}

OF_A_PLAN = sorted(name for name in SAMPLES if "plan_id" in registry[name].model_fields)
# Beside what names a session: what is shown in it from elsewhere.
BESIDE_A_CAFE = {"register_participant", "register_people", "join_gathering", "change_organisation"}
OF_A_CAFE = sorted(
    name
    for name in set(SAMPLES) - NOT_IN_HISTORIES - set(OF_A_PLAN)
    if "session_id" in registry[name].model_fields or name in BESIDE_A_CAFE
)


def clients_of(world: World) -> list[Client]:
    """Give a client for every audience: guests, hosts, an organiser, the wall, one with two capacities."""
    hall, sid = world.hall, world.session_id

    def client(actor: Actor, capacity: str, table: str | None = None) -> Client:
        return Client(world.app, actor, Wish(stream_id=sid, capacity=capacity, table_id=table))

    return [
        client(hall.guest(5), "guest"),
        client(hall.guest(6), "guest"),
        client(hall.guest(0), "host", hall.tables[0]),
        client(hall.organiser, "host", hall.tables[1]),
        client(hall.organiser, "organiser"),
        client(hall.organiser, "wall"),
        client(hall.guest(0), "harvester"),
    ]


def dumps_state(state: dict[tuple[str, str, str], dict[str, object]]) -> str:
    return dumps([[list(key), row] for key, row in state.items()])


def as_state(text: str) -> dict[tuple[str, str, str], dict[str, object]]:
    return {tuple(key): row for key, row in loads(text)}


def plan_clients_of(world: World) -> list[Client]:
    """Give a client for every audience of a work plan."""
    teams, actors = world.teams, world.actors()

    def client(who: str, capacity: str, plan_id: str) -> Client:
        return Client(world.app, actors[who], Wish(stream_id=plan_id, capacity=capacity))

    return [
        client("team member", "team", teams.plan),
        client("member of another team", "reader", teams.plan),
        client("organiser", "reader", teams.plan),
    ]


def is_about_a_plan(name: str) -> bool:
    return "plan_id" in registry[name].model_fields


def history(world: World, seed: int, steps: int, clients: list[Client], names: list[str]) -> list[Client]:
    """Let random commands happen while clients come and go; check each of them after every step."""
    chance = random.Random(seed)
    connect(publisher, clients)
    for client in clients:
        client.join()
    for _ in range(steps):
        somebody = chance.choice(clients)
        if chance.random() < 0.2:
            somebody.leave() if somebody.online else come_back(somebody)
        name = chance.choice(names)
        try_(world, name, who_asks(world, name, chance))
        images: dict[str, Image] = {}
        for client in clients:
            if client.online:
                assert as_state(dumps_state(client.state)) == as_state(dumps_state(client.fresh(images))), (
                    name,
                    client.wish.capacity,
                )
    for client in clients:
        come_back(client)
        assert client.state == as_state(dumps_state(client.fresh()))
    return clients


def who_asks(world: World, name: str, chance: random.Random) -> Actor:
    if name in ABOUT_ONESELF:
        return world.hall.guest(chance.choice([5, 6]))
    if is_about_a_plan(name):
        return world.actors()[chance.choice(["team member", "leader", "organiser"])]
    return world.hall.organiser


def come_back(client: Client) -> None:
    try:
        client.join()
    except SafeError:  # no longer the host of that table: nothing is held, nothing is shown
        client.state.clear()
        client.online = False


def try_(world: World, name: str, actor: Actor) -> None:
    from cafe.actor import SERVER

    command = SAMPLES[name][0](world)
    actor = SERVER if name in {"mark_presence", "release_ideas", "count_votes"} else actor
    try:
        with world.app.app_context():
            perform(actor, command)
    except SafeError:
        return


@pytest.mark.bar(10)
@pytest.mark.parametrize("number", range(count(full=40, quick=6)))
def test_a_client_that_comes_and_goes_holds_what_a_newcomer_sees(
    world: World, number: int, figures: Figures
) -> None:
    clients = history(world, number, 60, clients_of(world), OF_A_CAFE)
    if number == 0:
        figures.say(
            f"{count(full=40, quick=6)} histories of 60 steps, {len(clients)} audiences: none differed"
        )


@pytest.mark.bar(10)
def test_the_same_holds_on_every_database(app: Flask) -> None:
    world = make_world(app)
    history(world, 1, 25, clients_of(world), OF_A_CAFE)
    history(world, 1, 25, plan_clients_of(world), OF_A_PLAN)


@pytest.mark.bar(10)
@pytest.mark.parametrize("number", range(count(full=40, quick=4)))
def test_who_reads_a_plan_and_comes_and_goes_holds_what_a_newcomer_sees(world: World, number: int) -> None:
    history(world, number, 60, plan_clients_of(world), OF_A_PLAN)


@pytest.mark.bar(10)
def test_every_row_type_reaches_every_kind_of_room_it_names(world: World) -> None:
    seen: set[tuple[str, str]] = set()
    for arrange in (
        lambda _w: None,
        lambda w: try_(w, "approve_summary", w.hall.organiser),
        people_vote,
        published,
    ):
        arrange(world)
        clients = [*clients_of(world), *plan_clients_of(world)]
        for client in clients:
            client.join()
            seen |= {(kind_of(room), type_) for room, type_, _ in client.state}
    expected = {(kind, row_type.name) for row_type in row_types() for kind in row_type.kinds}
    assert seen == expected


def test_a_room_sees_the_fields_it_is_named_in_and_no_others(world: World) -> None:
    fields = {
        (row_type.name, kind): {"type", "id", *(f.name for f in row_type.fields if kind in f.to)}
        for row_type in row_types()
        for kind in row_type.kinds
    }
    for client in (*clients_of(world), *plan_clients_of(world)):
        client.join()
        for (room, type_, _), row in client.state.items():
            assert set(row) == fields[type_, kind_of(room)]
