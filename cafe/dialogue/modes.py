"""What each mode means: who moves between rounds, and where the question comes from. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from cafe.dialogue.commands.session import Mode


class Moves(StrEnum):
    """What moves between rounds: people as planned, people as they choose, questions, or nothing."""

    PEOPLE = "people"
    CHOICE = "choice"
    QUESTIONS = "questions"
    NOTHING = "nothing"


_MOVES = {
    Mode.FREE_CHOICE: Moves.CHOICE,
    Mode.HOSTS_ROTATE: Moves.QUESTIONS,
    Mode.REFLECTION: Moves.NOTHING,
}
# Each table, or each question that walks, has a topic of its own.
TOPIC_MODES = frozenset({Mode.TOPIC_PER_TABLE, Mode.FREE_CHOICE, Mode.HOSTS_ROTATE, Mode.PRO_ACTION})
# Every round has a question that goes for all tables.
ROUND_MODES = frozenset({Mode.PROGRESSIVE, Mode.PRO_ACTION})
# How many rounds a mode is made of, where that is not for the organisers to say.
ROUNDS = {Mode.REFLECTION: 1, Mode.PRO_ACTION: 3}


def moves_in(mode: str) -> Moves:
    """Tell what moves between rounds."""
    return _MOVES.get(Mode(mode), Moves.PEOPLE)


def question_in(mode: str, *, table: str, of_round: str, topic: str | None, session: str) -> str:
    """Give what is asked at a table in a round. `topic` is its topic's question, None where it has no topic.

    What another mode has left behind is not asked, unless there is nothing else to ask.
    """
    if mode in ROUND_MODES:
        return table or of_round or topic or session
    if mode in TOPIC_MODES and topic is not None:
        return table or topic
    return table or session or of_round


def walks(topics: Sequence[str | None], rounds: int) -> list[list[int]]:
    """Give for each round and table the place in the list of the question that stands there.

    All questions walk on by as many tables as each other, so that no table has two. Topics that several
    tables share are kept from meeting a group twice as long as that can be done.
    """
    count = len(topics)
    met = [Counter({topic: 1}) for topic in topics]
    out = [list(range(count))]
    unused = list(range(1, count))
    while len(out) < rounds:
        if not unused:
            unused = list(range(count))
        step = min(unused, key=lambda step: (_again(topics, met, step), step))
        unused.remove(step)
        standing = [(table - step) % count for table in range(count)]
        for table, question in enumerate(standing):
            met[table][topics[question]] += 1
        out.append(standing)
    return out


def _again(topics: Sequence[str | None], met: Sequence[Counter[str | None]], step: int) -> int:
    return sum(met[table][topics[(table - step) % len(topics)]] for table in range(len(topics)))
