"""The scale that scores are set on by hand, in words, and what the gap between two scores may start."""

from __future__ import annotations

from cafe.i18n import Message, lazy

# The progress scale of improvement collaboratives, with labels of our own.
SCALE: dict[float, Message] = {
    0.5: lazy("signed up"),
    1.0: lazy("the team is set"),
    1.5: lazy("planning"),
    2.0: lazy("active, no change yet"),
    2.5: lazy("tested, no gain yet"),
    3.0: lazy("modest improvement"),
    3.5: lazy("improving"),
    4.0: lazy("significant improvement"),
    4.5: lazy("sustained improvement"),
    5.0: lazy("outstanding, and spread"),
}
FAR_APART = 1.0


def gap_in_words(team: float | None, organisers: float | None) -> Message | None:
    """Say how two scores stand to one another, as something to talk about; None while one is missing."""
    if team is None or organisers is None:
        return None
    gap = organisers - team
    if gap == 0:
        return lazy("You see it alike. What do you both build that on?")
    if abs(gap) < FAR_APART:
        return lazy("You are half a step apart. What does each of you see that the other does not?")
    if gap < 0:
        return lazy(
            "The team sees itself further on than the organisers do. "
            "What has changed that cannot be seen from outside yet?"
        )
    return lazy(
        "The organisers see the team further on than it does itself. What do you do and take for granted?"
    )
