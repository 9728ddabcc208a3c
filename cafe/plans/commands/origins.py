"""What may be asked of what a plan has from the café."""

from __future__ import annotations

from enum import StrEnum

from cafe.commands import Command, Key, command
from cafe.plans.commands.goals import Title


class OriginKind(StrEnum):
    """What of a published page somebody takes home."""

    CONCLUSION = "conclusion"
    THEME = "theme"
    NOTE = "note"
    NEXT_STEP = "next_step"


class AsKind(StrEnum):
    """What it becomes in the plan."""

    GOAL = "goal"
    MEASURE = "measure"


@command
class TakeHome(Command):
    """Make a goal or a measure of something that was published; its words come from there."""

    name = "take_home"
    plan_id: Key
    as_kind: AsKind
    row_id: Key
    goal_id: Key | None = None
    title: Title | None = None
    origin_kind: OriginKind
    origin_session_id: Key
    origin_id: Key
