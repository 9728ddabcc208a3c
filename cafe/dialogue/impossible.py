"""What no plan can meet, in plain sentences: who, where, in which rounds, and what would help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from babel.lists import format_list
from flask_babel import get_locale, gettext, ngettext

from cafe.i18n import Message, lazy
from cafe.rotation import Impossible, Reason

MOST_NAMED = 5

# A seat set by hand or given by hosting is where somebody "belongs".
SENTENCES: dict[Reason, Message] = {
    Reason.TOO_MANY_PEOPLE: lazy(
        "%(needed)s people are expected, and the tables have %(available)s seats. Add a table or seats."
    ),
    Reason.TOO_FEW_PEOPLE: lazy(
        "The tables take at least %(needed)s people, and %(available)s are expected. Use fewer tables."
    ),
    Reason.TOO_MANY_PINNED: lazy(
        "Table %(table)s seats %(available)s, and %(needed)s belong there, set by hand, as hosts, or always "
        "with one of these: %(people)s. Let one of them sit elsewhere, or add a seat."
    ),
    Reason.PINNED_TO_CLOSED_TABLE: lazy(
        "%(people)s is set by hand at table %(table)s, which is not in use. Let the plan choose the seat."
    ),
    Reason.PINNED_WHILE_AWAY: lazy(
        "%(people)s sits out, and is set by hand at table %(table)s. Take back one of the two."
    ),
    Reason.HOST_PINNED_ELSEWHERE: lazy(
        "%(people)s hosts a table, and is set by hand at table %(table)s. "
        "Let the plan choose the seat, or choose another host."
    ),
    Reason.HOST_OF_TWO_TABLES: lazy(
        "%(people)s hosts table %(table)s and another table at the same time. Choose another host for one."
    ),
    Reason.NO_ACCESSIBLE_SEAT: lazy(
        "A step-free table is needed for %(people)s, and too few seats at such tables are free. "
        "Mark another table as step-free, or let others sit elsewhere."
    ),
    Reason.PINNED_WITHOUT_ACCESS: lazy(
        "%(people)s needs a step-free table, and is set by hand at table %(table)s, which is not marked "
        "as one. Mark the table, or let the plan choose the seat."
    ),
    Reason.APART_AND_TOGETHER: lazy(
        "%(people)s are never to share a table, and are always to sit together, directly or through others. "
        "Remove one of these wishes."
    ),
    Reason.APART_BUT_PLACED_TOGETHER: lazy(
        "%(people)s are never to share a table, and both belong at table %(table)s, set by hand or as hosts. "
        "Let one of them sit elsewhere, or remove the wish."
    ),
    Reason.TOGETHER_BUT_PLACED_APART: lazy(
        "%(people)s are always to sit together, and belong at different tables, set by hand or as hosts. "
        "Let the plan choose the seats, or remove the wish."
    ),
    Reason.TOGETHER_TOO_MANY: lazy(
        "%(needed)s people are always to sit together, and the largest table seats %(available)s: "
        "%(people)s. Remove a wish, or give a table more seats."
    ),
    Reason.APART_TOO_MANY: lazy(
        "%(people)s are never to share a table with each other, and there are too few tables for that. "
        "Remove a wish, or add a table."
    ),
    Reason.STAYS_BUT_PLACED_APART: lazy(
        "%(people)s is to stay at one table, and belongs at different tables, set by hand or as host. "
        "Let the plan choose the seats, or remove the wish."
    ),
    Reason.NO_TABLE_TO_STAY_AT: lazy(
        "%(people)s is to stay at one table, and no table suits in every round. "
        "Mark a table as step-free if that is needed, or remove the wish."
    ),
    Reason.TOPIC_NOT_OPEN: lazy(
        "%(people)s must visit %(topic)s, and no table has this topic. "
        "Give it to a table, or remove the wish."
    ),
    Reason.TOPICS_TOO_MANY: lazy(
        "%(people)s must visit %(needed)s topics, and has rounds for %(available)s. "
        "Remove a wish, or add a round."
    ),
    Reason.TOPIC_OUT_OF_REACH: lazy(
        "%(people)s must visit %(topic)s, and cannot sit at a table with it in any round. "
        "Look at seats set by hand, rounds to sit out, and step-free tables."
    ),
    Reason.NEVER_THERE: lazy(
        "%(people)s must visit %(topic)s, and sits out every round. Take back one of the two."
    ),
    Reason.ALONE_OF_KIND: lazy(
        "%(people)s would like company, and nobody else who is expected has said the same background. "
        "Talk about it before the start."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the ids of people, tables and topics are called."""

    people: Mapping[str, str]
    tables: Mapping[str, int]
    topics: Mapping[str, str]


def sentences(found: Iterable[Impossible], judged: Collection[int], names: Names) -> list[str]:
    """Say each thing once, with the rounds it holds in unless those are all that are judged."""
    rounds: dict[Impossible, list[int]] = {}
    for each in found:
        numbers = rounds.setdefault(replace(each, round=None), [])
        if each.round is not None:
            numbers.append(each.round)
    return [_in_rounds(said(each, names), numbers, judged) for each, numbers in rounds.items()]


def said(found: Impossible, names: Names) -> str:
    """Word one thing that is impossible, and what to do about it."""
    return str(SENTENCES[found.reason]) % {
        "people": listed(sorted((names.people.get(p, "–") for p in found.people), key=str.casefold)),
        "table": names.tables.get(found.table or "", "–"),
        "topic": names.topics.get(found.topic or "", "–"),
        "needed": found.needed,
        "available": found.available,
    }


def listed(words: list[str]) -> str:
    """Join words as people do; of many, the first ones and how many more."""
    if len(words) > MOST_NAMED:
        rest = len(words) - MOST_NAMED + 1
        words = [*words[: MOST_NAMED - 1], ngettext("%(num)s more", "%(num)s more", rest)]
    return format_list(words, locale=get_locale()) if words else ""


def _in_rounds(sentence: str, numbers: list[int], judged: Collection[int]) -> str:
    if not numbers or set(numbers) == set(judged):
        return sentence
    if len(numbers) == 1:
        return str(gettext("Round %(number)s: %(what)s", number=numbers[0], what=sentence))
    rounds = listed([str(number) for number in numbers])
    return str(gettext("Rounds %(numbers)s: %(what)s", numbers=rounds, what=sentence))
