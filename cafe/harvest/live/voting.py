"""Row types of voting. What somebody gave their dots to goes to nobody else; counts to who has voted."""

from __future__ import annotations

from collections.abc import Iterator

from cafe.dialogue.rooms import COUNTED, GUESTS, ORGANISERS, PERSON, TABLE, WALL, counted, person, table
from cafe.harvest.model import Ballot, Choice, Tally, Turnout, Vote
from cafe.live.rows import RowType, field, register

VOTERS = (GUESTS, WALL, ORGANISERS)
RESULTS = (COUNTED, *VOTERS)
TOLD = (WALL, ORGANISERS)


def rooms_of_ballot(ballot: Ballot) -> tuple[str, ...]:
    """Keep a vote that is being prepared with the organisers."""
    return (ORGANISERS,) if ballot.state == "draft" else VOTERS


def rooms_of_vote(vote: Vote) -> Iterator[str]:
    """Show dots to who cast them, and those entered for a table to its hosts."""
    if vote.attendee_id is not None:
        yield person(vote.attendee_id)
    if vote.table_id is not None:
        yield table(vote.table_id)
        yield ORGANISERS


def rooms_of_tally(tally: Tally) -> Iterator[str]:
    """Show the count to who has voted, to all when the vote is over, on the wall when it is shown there."""
    if tally.ballot.state != "closed":
        yield counted(tally.ballot_id)
        return
    yield from (GUESTS, ORGANISERS)
    if tally.ballot.on_wall:
        yield WALL


register(
    RowType(
        "ballot",
        Ballot,
        "A vote with dots.",
        rooms_of_ballot,
        (
            field("question", "string", "what is asked", *VOTERS),
            field("dots", "integer", "how many each person has", *VOTERS),
            field("stacked", "boolean", "several on one choice are allowed", *VOTERS),
            field("state", "string", "draft, open or closed", *VOTERS),
            field("on_wall", "boolean", "shown on the projector", *VOTERS),
            field("opened_at", "integer|null", "when it was opened, ms since 1970", *VOTERS),
            field("closed_at", "integer|null", "when it was closed, ms since 1970", *VOTERS),
        ),
    )
)

register(
    RowType(
        "choice",
        Choice,
        "A theme as it is voted on.",
        lambda row: rooms_of_ballot(row.ballot),
        (
            field("ballot_id", "string", "the vote", *VOTERS),
            field("theme_id", "string", "the theme", *VOTERS),
            field("title", "string", "its name when the vote was opened", *VOTERS),
            field("position", "number", "order on the ballot", *VOTERS),
        ),
        beside=("ballot",),
    )
)

register(
    RowType(
        "vote",
        Vote,
        "The dots that one person, or one person for a table, has given.",
        rooms_of_vote,
        (
            field("ballot_id", "string", "the vote", PERSON, TABLE, ORGANISERS),
            field("table_id", "string|null", "the table they were entered for", PERSON, TABLE, ORGANISERS),
            field("people", "integer", "for how many people", PERSON, TABLE, ORGANISERS),
            field("dots", "object", "dots by choice", PERSON, TABLE, ORGANISERS),
        ),
    )
)

register(
    RowType(
        "tally",
        Tally,
        "The count of a vote, whose id it has.",
        rooms_of_tally,
        (
            field("people", "integer", "how many have voted", *RESULTS),
            field("at_tables", "integer", "how many of them in entries for their table", *RESULTS),
            field("dots", "object", "dots by choice; none until enough have voted", *RESULTS),
        ),
        beside=("ballot",),
    )
)

register(
    RowType(
        "turnout",
        Turnout,
        "How many have voted in a vote, whose id it has. Counted about once a second.",
        lambda row: TOLD,
        (field("people", "integer", "how many", *TOLD),),
    )
)
