"""Who and what the names in an import file mean. Pure: the file in, ids or problems out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cafe.commands import new_key
from cafe.importing.errors import ImportProblem
from cafe.importing.file import ImportFile, ParticipantEntry, SessionEntry, WishEntry, WishInFile


@dataclass(frozen=True, kw_only=True)
class SessionIds:
    """The ids one session gets, in the order of the file."""

    session: str
    topics: tuple[str, ...]
    tables: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Ids:
    """The ids everything in a file gets."""

    gathering: str
    participants: tuple[str, ...]
    sessions: tuple[SessionIds, ...]


def new_ids(file: ImportFile) -> Ids:
    """Make an id for everything in the file."""
    return Ids(
        gathering=new_key(),
        participants=tuple(new_key() for _ in file.participants),
        sessions=tuple(
            SessionIds(
                session=new_key(),
                topics=tuple(new_key() for _ in session.topics),
                tables=tuple(new_key() for _ in session.tables),
            )
            for session in file.sessions
        ),
    )


def called(participant: ParticipantEntry) -> str:
    """Give what the rest of the file calls a participant."""
    return participant.key or participant.name


def participant_index(file: ImportFile, name: str) -> int:
    """Give the place in the list of the participant of a name that `problems_of` has found to be known."""
    return [called(participant) for participant in file.participants].index(name)


def topic_index(session: SessionEntry, name: str) -> int | None:
    """Give the place of a topic by its title, or by its letter when no title is that; None when unknown."""
    titles = [topic.title for topic in session.topics]
    if name in titles:
        return titles.index(name)
    place = ord(name.upper()) - ord("A") if len(name) == 1 else -1
    return place if 0 <= place < len(titles) else None


def problems_of(file: ImportFile) -> Iterator[ImportProblem]:
    """Find what single fields do not show: unknown names, names that mean two, missing tables."""
    names = [called(participant) for participant in file.participants]
    yield from _twice("participants", "key", [p.key for p in file.participants])
    yield from _twice("organisations", "name", [o.name.lower() for o in file.organisations])
    yield from _twice("organisers", "email", [o.email for o in file.organisers])
    for number, session in enumerate(file.sessions):
        path = f"sessions[{number}]"
        yield from _twice(f"{path}.topics", "title", [topic.title for topic in session.topics])
        yield from _tables(path, session, names)
        yield from _seats(path, session, names)
        yield from _wishes(path, session, file.participants)


def _twice(path: str, field: str, values: list[str | None]) -> Iterator[ImportProblem]:
    for index, value in enumerate(values):
        if value is not None and value in values[:index]:
            yield ImportProblem(f"{path}[{index}].{field}", f"“{value}” stands here for the second time")


def _person(path: str, name: str, names: list[str]) -> Iterator[ImportProblem]:
    found = names.count(name)
    if found == 0:
        yield ImportProblem(path, f"there is no participant called “{name}”")
    if found > 1:
        message = f"{found} participants are called “{name}”; give each a key and use it here"
        yield ImportProblem(path, message)


def _tables(path: str, session: SessionEntry, names: list[str]) -> Iterator[ImportProblem]:
    hosting: dict[str, str] = {}
    for index, table in enumerate(session.tables):
        at = f"{path}.tables[{index}]"
        if table.topic is not None and topic_index(session, table.topic) is None:
            yield ImportProblem(f"{at}.topic", f"there is no topic called “{table.topic}”")
        for field in ("host", "cohost"):
            name = getattr(table, field)
            if name is None:
                continue
            yield from _person(f"{at}.{field}", name, names)
            if name in hosting:
                yield ImportProblem(f"{at}.{field}", f"“{name}” is already named at {hosting[name]}")
            hosting[name] = f"{at}.{field}"


def _seats(path: str, session: SessionEntry, names: list[str]) -> Iterator[ImportProblem]:
    if session.seating is None:
        return
    if not session.tables:
        yield ImportProblem(f"{path}.seating", "there are no tables to sit at")
    rounds = len(session.rounds) or 3
    given = session.seating.given
    yield from _twice(f"{path}.seating.given", "participant", [each.participant for each in given])
    for index, each in enumerate(given):
        at = f"{path}.seating.given[{index}]"
        yield from _person(f"{at}.participant", each.participant, names)
        if len(each.tables) > rounds:
            yield ImportProblem(f"{at}.tables", f"there are {rounds} rounds and {len(each.tables)} tables")
        for place, number in enumerate(each.tables):
            if number is not None and number > len(session.tables):
                yield ImportProblem(f"{at}.tables[{place}]", f"there is no table {number}")


# What each kind of wish takes besides the participant; the others take nothing more.
TAKES = {
    WishInFile.MUST_VISIT: "topic",
    WishInFile.APART: "other",
    WishInFile.TOGETHER: "other",
    WishInFile.SITS_OUT: "rounds",
}


def _wishes(
    path: str, session: SessionEntry, participants: Sequence[ParticipantEntry]
) -> Iterator[ImportProblem]:
    names = [called(participant) for participant in participants]
    without_kind = {called(participant) for participant in participants if participant.kind is None}
    rounds = len(session.rounds) or 3
    for index, wish in enumerate(session.wishes):
        at = f"{path}.wishes[{index}]"
        yield from _person(f"{at}.participant", wish.participant, names)
        yield from _details(at, wish)
        if wish.topic is not None and topic_index(session, wish.topic) is None:
            yield ImportProblem(f"{at}.topic", f"there is no topic called “{wish.topic}”")
        if wish.other is not None:
            yield from _person(f"{at}.other", wish.other, names)
            if wish.other == wish.participant:
                yield ImportProblem(f"{at}.other", "these are not two people")
        for place, number in enumerate(wish.rounds):
            if number > rounds:
                yield ImportProblem(f"{at}.rounds[{place}]", f"there is no round {number}")
        if wish.kind is WishInFile.COMPANY and wish.participant in without_kind:
            yield ImportProblem(f"{at}.kind", f"“{wish.participant}” has no kind to have company of")


def _details(at: str, wish: WishEntry) -> Iterator[ImportProblem]:
    """Find details that a kind of wish needs, and those that it does not take."""
    needed = TAKES.get(wish.kind)
    for field in ("topic", "other", "rounds"):
        given = bool(getattr(wish, field))
        if field == needed and not given:
            yield ImportProblem(f"{at}.{field}", "this is missing")
        if field != needed and given:
            yield ImportProblem(f"{at}.{field}", f"“{wish.kind}” does not take this")
