"""Samples of the commands of the perspective compass, and of answers without a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import NOBODY, Actor
from cafe.commands import Command, new_key
from cafe.compass.commands import (
    AnswerWave,
    CloseWave,
    Group,
    OpenWave,
    PairAnswer,
    ReopenWave,
    ShareWave,
)
from cafe.people.rules import new_secret
from cafe.unnamed.commands import MixAnswers

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]


WAVE = "wave"
OPEN_WAVE = "open-wave"


def secret_of(world: World, wave: str) -> str:
    """Give the secret of one of the world's waves."""
    return f"secret-of-{world.named(wave)}"


def with_waves(world: World) -> None:
    """Let the first team have a wave that is closed, with a picture of its staff, and one that is open."""
    for wave in (WAVE, OPEN_WAVE):
        begin = OpenWave(
            team_id=world.teams.team,
            wave_id=world.named(wave),
            title="A wave",
            secret=secret_of(world, wave),
        )
        world.hall.do(begin, Actor(user_id=world.teams.member))
    for place in (1, 2, 2, 3, 5):
        world.hall.do(answer(world, WAVE, Group.STAFF, {1: place}), NOBODY)
    close = CloseWave(team_id=world.teams.team, wave_id=world.named(WAVE))
    world.hall.do(close, Actor(user_id=world.teams.member))


def answer(world: World, wave: str, group: Group, places: dict[int, int], words: str = "") -> AnswerWave:
    """Answer one of the world's waves from a phone of its own."""
    return AnswerWave(
        secret=secret_of(world, wave),
        device=new_secret(),
        answer_id=new_key(),
        group=group,
        answers=tuple(PairAnswer(pair=pair, place=place, comment=words) for pair, place in places.items()),
    )


def _five_answered(world: World) -> None:
    from cafe.db import unit_of_work
    from cafe.unnamed.actions import keep_answer

    with world.app.app_context(), unit_of_work() as session:
        for each in range(5):
            keep_answer(session, world.teams.team, f"person {each}", new_key(), "", {"liked": each})


def _about(world: World, wave: str) -> dict[str, str]:
    return {"team_id": world.teams.team, "wave_id": world.named(wave)}


def compass_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command of the compass, a valid sample and what has to happen first."""
    return (
        (
            "open_wave",
            lambda w: OpenWave(
                team_id=w.teams.team, wave_id=new_key(), title="Another wave", secret=new_secret()
            ),
            None,
        ),
        ("close_wave", lambda w: CloseWave(**_about(w, OPEN_WAVE)), None),
        ("reopen_wave", lambda w: ReopenWave(**_about(w, WAVE)), None),
        ("share_wave", lambda w: ShareWave(**_about(w, WAVE), shared=True), None),
        ("answer_wave", lambda w: answer(w, OPEN_WAVE, Group.STAFF, {1: 5}), None),
        ("mix_answers", lambda w: MixAnswers(about=w.teams.team), _five_answered),
    )
