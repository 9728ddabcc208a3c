"""The rooms of a work plan's stream.

`team` holds those who write the plan and sees all of it. Once a plan has been handed in, `network` holds
everyone of its network who reads it, and `organisers` the organisers besides, for what only they and the team
see.
"""

from __future__ import annotations

from cafe.plans.rules import may_be_read_by_others

TEAM = "team"
NETWORK = "network"
ORGANISERS = "organisers"

READ = (TEAM, NETWORK)
SCORES = (TEAM, ORGANISERS)


def readers_of(state: str, *, taken_out: bool = False) -> tuple[str, ...]:
    """Give the rooms that what is in a plan belongs to; what was taken out stays the team's alone."""
    return READ if may_be_read_by_others(state) and not taken_out else (TEAM,)
