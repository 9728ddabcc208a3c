"""What may be asked of measures that teams have from one another."""

from __future__ import annotations

from cafe.commands import Command, Key, command


@command
class BorrowMeasure(Command):
    """Copy a measure of another plan that one may read; whose it is stays with it."""

    name = "borrow_measure"
    plan_id: Key
    measure_id: Key
    from_measure_id: Key
    goal_id: Key | None = None


@command
class SeeKindWord(Command):
    """Say that a team has seen that somebody borrowed a measure of theirs."""

    name = "see_kind_word"
    team_id: Key
    word_id: Key
