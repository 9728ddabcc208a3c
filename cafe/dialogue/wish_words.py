"""Wishes about seats in words: how each kind is offered, explained, and said of somebody."""

from __future__ import annotations

from dataclasses import dataclass

from cafe.dialogue.commands.wishes import WishKind
from cafe.i18n import Message, lazy

REMOVE = lazy("Remove")


@dataclass(frozen=True, kw_only=True)
class WishWord:
    """How a kind of wish is offered, explained, gathered under a heading, and said of somebody."""

    offer: Message
    explanation: Message
    heading: Message
    sentence: Message
    removal: Message = REMOVE


# In the order in which they are offered. Sitting out and seats set by hand stand beside the wishes.
WISHES: dict[str, WishWord] = {
    WishKind.MUST_VISIT: WishWord(
        offer=lazy("Must visit a topic"),
        explanation=lazy("The person comes to a table with this topic in one of the rounds."),
        heading=lazy("Topics to visit"),
        sentence=lazy("%(people)s must visit %(topic)s."),
    ),
    WishKind.APART: WishWord(
        offer=lazy("Never at the same table"),
        explanation=lazy("Two people who should not meet at a table. Nobody is asked why."),
        heading=lazy("Apart"),
        sentence=lazy("%(people)s never at the same table."),
    ),
    WishKind.TOGETHER: WishWord(
        offer=lazy("Always at the same table"),
        explanation=lazy("Such as an interpreter or a helper: they move together in every round."),
        heading=lazy("Together"),
        sentence=lazy("%(people)s always at the same table."),
    ),
    WishKind.ACCESSIBLE: WishWord(
        offer=lazy("Needs a step-free table"),
        explanation=lazy("Only tables that are marked as step-free on the page of preparation."),
        heading=lazy("Step-free"),
        sentence=lazy("%(people)s only at step-free tables."),
    ),
    WishKind.STAYS: WishWord(
        offer=lazy("Stays at one table"),
        explanation=lazy("The person keeps the same table in all rounds; the others change around them."),
        heading=lazy("Staying"),
        sentence=lazy("%(people)s stays at one table."),
    ),
    WishKind.COMPANY: WishWord(
        offer=lazy("Would like company"),
        explanation=lazy(
            "Only for someone who has asked for it: they are not the only one at the table with their "
            "background. People can also say so themselves on their phone."
        ),
        heading=lazy("Company"),
        sentence=lazy("%(people)s would like somebody with the same background at the table."),
    ),
    "sits_out": WishWord(
        offer=lazy("Sits out a round"),
        explanation=lazy("No seat in that round. Nobody is asked why."),
        heading=lazy("Sitting out"),
        sentence=lazy("%(people)s sits out %(rounds)s."),
        removal=lazy("Takes part again"),
    ),
    "pinned": WishWord(
        offer="",
        explanation="",
        heading=lazy("Set by hand"),
        sentence=lazy("%(people)s keeps %(places)s."),
        removal=lazy("Let the plan choose"),
    ),
}
