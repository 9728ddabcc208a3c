"""Conclusions in the world of the tests, and a sample of every command about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.commands import Command, new_key
from cafe.harvest.commands import conclusions, publication
from tests.support.board_samples import TIME, TRUST

if TYPE_CHECKING:
    from tests.support.world import World

HOME, STEP, PASSAGE = "of-a-home", "next-step", "to-look-at"


def with_conclusions(world: World) -> None:
    """Make a conclusion that cites a note and rests on a theme, with a next step; a passage was looked at."""
    sid, do = world.session_id, world.hall.do
    do(
        conclusions.WriteConclusion(
            session_id=sid,
            conclusion_id=world.named(HOME),
            topic_id=world.hall.topics[0],
            title="A home",
            base_version=0,
            text=f"It begins with a home [#{world.note}]",
        )
    )
    do(conclusions.RestOn(session_id=sid, conclusion_id=world.named(HOME), theme_ids=(world.named(TRUST),)))
    do(
        conclusions.SetNextStep(
            session_id=sid, step_id=world.named(STEP), conclusion_id=world.named(HOME), text="Begin"
        )
    )
    do(publication.LookAt(session_id=sid, passage_ids=(world.named(PASSAGE),)))


def _harvested(world: World) -> None:
    while world.hall.advance()["phase"] != "harvest":
        pass


Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]


def conclusion_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about conclusions, a valid sample and what has to happen first."""
    return (
        (
            "write_conclusion",
            lambda w: conclusions.WriteConclusion(
                session_id=w.session_id,
                conclusion_id=w.named(HOME),
                title="Other",
                base_version=1,
                text="Words",
            ),
            None,
        ),
        (
            "rest_on",
            lambda w: conclusions.RestOn(
                session_id=w.session_id, conclusion_id=w.named(HOME), theme_ids=(w.named(TIME),)
            ),
            None,
        ),
        (
            "approve_conclusion_by_hosts",
            lambda w: conclusions.ApproveConclusionByHosts(
                session_id=w.session_id, topic_id=w.hall.topics[0], conclusion_id=w.named(HOME), version=1
            ),
            _harvested,
        ),
        (
            "approve_conclusion",
            lambda w: conclusions.ApproveConclusion(
                session_id=w.session_id, conclusion_id=w.named(HOME), version=1, without_hosts=True
            ),
            None,
        ),
        (
            "remove_conclusion",
            lambda w: conclusions.RemoveConclusion(session_id=w.session_id, conclusion_id=w.named(HOME)),
            None,
        ),
        (
            "restore_conclusion",
            lambda w: conclusions.RestoreConclusion(session_id=w.session_id, conclusion_id=w.named(HOME)),
            None,
        ),
        (
            "move_conclusion",
            lambda w: conclusions.MoveConclusion(
                session_id=w.session_id, conclusion_id=w.named(HOME), position=2.5
            ),
            None,
        ),
        (
            "set_next_step",
            lambda w: conclusions.SetNextStep(session_id=w.session_id, step_id=new_key(), text="Go on"),
            None,
        ),
        (
            "remove_next_step",
            lambda w: conclusions.RemoveNextStep(session_id=w.session_id, step_id=w.named(STEP)),
            None,
        ),
        (
            "look_at",
            lambda w: publication.LookAt(
                session_id=w.session_id, passage_ids=(w.named(PASSAGE),), looked=False
            ),
            None,
        ),
    )
