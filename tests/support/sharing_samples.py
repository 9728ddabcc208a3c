"""What teams take home and borrow in the world of the tests, and a sample of every command about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.plans.commands import goals, origins, sharing
from tests.support.plan_samples import MEASURE

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
THEIRS, BORROWED = "their-measure", "borrowed-measure"


def with_sharing(world: World) -> None:
    """Let the second team have a measure of its own, and one that it borrowed from the first."""
    teams, of_second = world.teams, Actor(user_id=world.teams.of_second)
    theirs = goals.AddMeasure(
        plan_id=teams.second_plan, measure_id=world.named(THEIRS), title="Supervise the consultants"
    )
    world.hall.do(theirs, of_second)
    borrow = sharing.BorrowMeasure(
        plan_id=teams.second_plan,
        measure_id=world.named(BORROWED),
        from_measure_id=world.named(MEASURE),
    )
    world.hall.do(borrow, of_second)


def _word_of(world: World) -> str:
    from sqlalchemy import select

    from cafe.db import db
    from cafe.plans.model import KindWord

    with world.app.app_context(), db.sessionmaker() as session:
        return session.scalars(select(KindWord.id).where(KindWord.team_id == world.teams.team)).one()


def _published(world: World) -> None:
    from tests.support.world import published

    published(world)


def sharing_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about taking home and borrowing, a valid sample and what happens first."""
    return (
        (
            "take_home",
            lambda w: origins.TakeHome(
                plan_id=w.teams.plan,
                as_kind=origins.AsKind.MEASURE,
                row_id=new_key(),
                origin_kind=origins.OriginKind.NOTE,
                origin_session_id=w.session_id,
                origin_id=w.note,
            ),
            _published,
        ),
        (
            "borrow_measure",
            lambda w: sharing.BorrowMeasure(
                plan_id=w.teams.plan, measure_id=new_key(), from_measure_id=w.named(THEIRS)
            ),
            None,
        ),
        (
            "see_kind_word",
            lambda w: sharing.SeeKindWord(team_id=w.teams.team, word_id=_word_of(w)),
            None,
        ),
    )
