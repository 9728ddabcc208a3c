"""Texts that come late: why, how it is said, and until when they are taken in. Pure."""

from __future__ import annotations

from enum import StrEnum

from cafe.clock import MINUTE
from cafe.dialogue.rules import Phase

# A phone that died in the hall is charged at home, or brought along on the gathering's second day.
STILL_TAKEN_IN = 48 * 60 * MINUTE
# More than anybody has written without network at one table. It bounds what a host who was removed can do.
MOST = 500
# Hosts finish their sentence while people change tables, and after the last round.
FINISHING = 5 * MINUTE

AFTER_THE_ROUNDS = frozenset({Phase.HARVEST, Phase.CLOSED, Phase.PUBLISHED})


class Late(StrEnum):
    """Why a note is marked as late."""

    NO = ""
    ROUND = "round"  # it came when its round had ended
    HOST = "host"  # a note of somebody who no longer hosted the table when it came
    EDIT = "edit"  # another text of the note before it, by such a person
    SUMMARY = "summary"  # such a person's draft of the round's summary


def may_still_come(*, since: int, come: int, last_round: int, round_number: int, now: int) -> bool:
    """Tell whether a text by somebody who has stopped hosting is taken in.

    `since` is when the hosting ended, in `last_round`; `come` counts the texts that have come since.
    """
    return now < since + STILL_TAKEN_IN and come < MOST and round_number <= last_round


def came_after(
    round_number: int, *, phase: Phase, present: int, counting_since: int | None, now: int
) -> bool:
    """Tell whether what comes now for a round comes after people have left its tables.

    `present` is the session's round. The last one is that which people were in when the rounds ended, though
    more had been planned.
    """
    finishing = now < (counting_since or 0) + FINISHING
    if phase in AFTER_THE_ROUNDS:
        return not (phase is Phase.HARVEST and round_number == present and finishing)
    if phase is Phase.SWITCHING:
        return round_number < present - 1
    return round_number < present
