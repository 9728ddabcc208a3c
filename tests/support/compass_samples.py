"""Samples of the commands of the perspective compass, and of answers without a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.commands import Command, new_key
from cafe.unnamed.commands import MixAnswers

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]


def _five_answered(world: World) -> None:
    from cafe.db import unit_of_work
    from cafe.unnamed.actions import keep_answer

    with world.app.app_context(), unit_of_work() as session:
        for each in range(5):
            keep_answer(session, world.teams.team, f"person {each}", new_key(), "", {"liked": each})


def compass_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command of the compass, a valid sample and what has to happen first."""
    return (("mix_answers", lambda w: MixAnswers(about=w.teams.team), _five_answered),)
