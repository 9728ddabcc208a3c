"""Every command, from the registry: authorised as the table says, one effect however often it is sent."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import MetaData, select

import cafe.app  # noqa: F401 - registers everything
from cafe.actor import Actor, Role
from cafe.authorisation.tables import COMMANDS
from cafe.commands import registry
from cafe.db import Base, db
from cafe.dialogue.queries.roles import HARVESTED
from cafe.errors import NotAllowed, NotFound, SafeError
from cafe.perform import commands_with_actions, perform
from tests.support.world import ABOUT_ONESELF, World, samples

SAMPLES = samples()

# What each actor of the world is towards table 1 of the first hall.
STANDS_AS = {
    "nobody": {Role.ANYONE},
    "guest": {Role.ANYONE, Role.GUEST},
    "host": {Role.ANYONE, Role.GUEST, Role.HOST},
    "former host": {Role.ANYONE, Role.GUEST, Role.FORMER_HOST},
    "host of another table": {Role.ANYONE, Role.GUEST},
    "organiser": {Role.ANYONE, Role.USER, Role.ORGANISER},
    "wall": {Role.ANYONE, Role.WALL},
    "server": {Role.ANYONE, Role.SERVER},
    "guest elsewhere": {Role.ANYONE},
    "host elsewhere": {Role.ANYONE},
    "organiser elsewhere": {Role.ANYONE, Role.USER},
    "wall elsewhere": {Role.ANYONE},
    "team member": {Role.ANYONE, Role.USER, Role.MEMBER, Role.TEAM},
    "team lead": {Role.ANYONE, Role.USER, Role.MEMBER, Role.TEAM, Role.TEAM_LEAD},
    "leader": {Role.ANYONE, Role.USER, Role.MEMBER, Role.TEAM, Role.LEADER},
    "member of another team": {Role.ANYONE, Role.USER, Role.MEMBER},
    "member elsewhere": {Role.ANYONE, Role.USER},
}


def stands_as(world: World, who: str) -> set[Role]:
    """Give what an actor is towards table 1 and its topic now: when the rounds are over its host harvests."""
    if who == "host" and world.hall.phase() in HARVESTED:
        return STANDS_AS[who] | {Role.HARVESTER}
    return STANDS_AS[who]


def test_every_command_is_in_the_table_has_an_action_and_a_sample() -> None:
    assert set(registry) == set(COMMANDS) == set(commands_with_actions()) == set(SAMPLES)


def everything_stored(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    metadata: MetaData = Base.metadata
    with app.app_context(), db.sessionmaker() as session:
        return {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def prepare(world: World, name: str) -> None:
    first = SAMPLES[name][1]
    if first is not None:
        first(world)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_command_sent_twice_has_one_effect(world: World, name: str) -> None:
    app = world.app
    prepare(world, name)
    command = SAMPLES[name][0](world)
    actor = _allowed(world, name)
    untouched = everything_stored(app)
    with app.app_context():
        first = perform(actor, command)
    after_once = everything_stored(app)
    with app.app_context():
        again = perform(actor, command)
    assert after_once != untouched
    assert everything_stored(app) == after_once
    assert again.result == first.result
    assert again.repeated


def _allowed(world: World, name: str) -> Actor:
    """Choose who sends the sample: somebody with a place of their own where the command is about oneself."""
    for who in ("guest", "host", "organiser", "team member", "leader", "server"):
        if stands_as(world, who) & COMMANDS[name] and not (who == "guest" and name not in ABOUT_ONESELF):
            return world.actors()[who]
    raise AssertionError(name)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_command_is_open_to_those_in_the_table_and_to_nobody_else(world: World, name: str) -> None:
    app = world.app
    prepare(world, name)
    before = everything_stored(app)
    by_right = {who: bool(stands_as(world, who) & COMMANDS[name]) for who in world.actors()}
    for who, actor in world.actors().items():
        if not by_right[who]:
            assert _refused(app, actor, SAMPLES[name][0](world)) == NotAllowed.code, (name, who)
    assert everything_stored(app) == before
    for who, actor in world.actors().items():
        if by_right[who]:
            refused = _refused(app, actor, SAMPLES[name][0](world))
            assert refused != NotAllowed.code or (name in ABOUT_ONESELF and who == "server"), (name, who)


def _refused(app: Flask, actor: Actor, command: object) -> str | None:
    try:
        with app.app_context():
            perform(actor, command)  # type: ignore[arg-type]
    except SafeError as error:
        return error.code
    return None


def test_a_target_in_another_session_is_not_found(world: World) -> None:
    """An organiser cannot reach into another gathering by naming their own session and a foreign table."""
    command = SAMPLES["add_note"][0](world).model_copy(update={"session_id": world.other.session_id})
    assert _refused(world.app, world.other.organiser, command) == NotFound.code
