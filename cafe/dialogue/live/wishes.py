"""The row type of wishes about seats."""

from __future__ import annotations

from collections.abc import Iterator

from cafe.dialogue.commands.wishes import WishKind
from cafe.dialogue.model import Wish
from cafe.dialogue.rooms import ORGANISERS, PERSON, person
from cafe.live.rows import RowType, field, register


def rooms_of_wish(wish: Wish) -> Iterator[str]:
    """Show a wish to organisers alone; who has asked for company sees that it was heard."""
    yield ORGANISERS
    if wish.kind == WishKind.COMPANY:
        yield person(wish.attendee_id)


register(
    RowType(
        "wish",
        Wish,
        "What the seating should heed, for organisers; one's own wish for company also on one's phone.",
        rooms_of_wish,
        (
            field(
                "kind",
                "string",
                "must_visit, apart, together, accessible, stays or company",
                ORGANISERS,
                PERSON,
            ),
            field("attendee_id", "string", "whose wish it is, or of two the one", ORGANISERS),
            field("other_id", "string|null", "of two the other", ORGANISERS),
            field("topic_id", "string|null", "the topic to be visited", ORGANISERS),
        ),
    )
)
