"""What is asked where people choose their table themselves."""

from __future__ import annotations

from cafe.commands import Command, Key, command


@command
class ChooseTable(Command):
    """Sit down at a table of the round that is chosen for; choosing again moves."""

    name = "choose_table"
    session_id: Key
    table_round_id: Key


@command
class WaitForChair(Command):
    """Wait for a chair at a full table, in place of one waited for before; others can be chosen meanwhile."""

    name = "wait_for_chair"
    session_id: Key
    table_round_id: Key


@command
class StopWaiting(Command):
    """Wait no longer; a chair that was kept goes to the next."""

    name = "stop_waiting"
    session_id: Key


@command
class CountChairs(Command):
    """Tell everybody how many chairs are free, and those who wait that one is; asked by the server alone."""

    name = "count_chairs"
    session_id: Key
