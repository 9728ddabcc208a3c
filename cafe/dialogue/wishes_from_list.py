"""Wishes on an imported list of people: looked at first, then stated in every session not begun yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import Command
from cafe.dialogue.commands.wishes import AddWish, SitOutFor, WishKind
from cafe.dialogue.model import Attendee, CafeSession
from cafe.dialogue.queries.pages import sessions_of
from cafe.dialogue.rules import Phase
from cafe.errors import BadInput
from cafe.gatherings.people_file import Line, PeopleList, Problem
from cafe.gatherings.queries import participants_in
from cafe.gatherings.taking_up import list_checkers, on_taken_up
from cafe.i18n import Message, lazy
from cafe.perform import perform_within


def _nobody(name: str) -> Message:
    return lazy("Nobody else here is called “%(name)s”. Write the name as on their line.", name=name)


def _not_begun(session: Session, gathering_id: str) -> list[CafeSession]:
    return [
        cafe for cafe in sessions_of(session, gathering_id) if cafe.phase in (Phase.DRAFT, Phase.CHECK_IN)
    ]


def look_at_wishes(session: Session, gathering_id: str, read: PeopleList) -> Iterator[Problem]:
    """Find wishes that name nobody, no topic or no round, and those that nothing can come of."""
    if not any(line.wished for line in read.people):
        return
    sessions = _not_begun(session, gathering_id)
    there = participants_in(session, gathering_id)
    known = {
        (person.name.casefold(), person.organisation.name.casefold() if person.organisation else "")
        for person in there
    }
    names = [person.name.casefold() for person in there]
    names += [line.name.casefold() for line in read.people if line.key not in known]
    left_out = {problem.text.partition(",")[0].casefold() for problem in read.problems}
    for line in read.people:
        if not line.wished:
            continue
        wrong = _wrong(line, sessions, is_known=line.key in known) or _wrong_name(line, names, left_out)
        if wrong is not None:
            yield Problem(number=line.number, text=line.name, message=wrong)


def _wrong(line: Line, sessions: list[CafeSession], *, is_known: bool) -> Message | None:
    if is_known:
        return lazy("This person is on the list already. State the wish on the page of wishes instead.")
    if not sessions:
        return lazy("There is no café yet that the wish could be for. Make it first, or leave the wish out.")
    topic = line.wished.must_visit
    if topic and not any(_topics(cafe, topic) for cafe in sessions):
        return lazy("No topic is called “%(topic)s”. Write its title or its letter.", topic=topic[:80])
    rounds = max(len(cafe.rounds_) for cafe in sessions)
    if line.wished.sits_out and max(line.wished.sits_out) > rounds:
        return lazy("There are %(rounds)s rounds. Write a smaller number.", rounds=rounds)
    return None


def _wrong_name(line: Line, names: list[str], left_out: set[str]) -> Message | None:
    for name in (*line.wished.apart, *line.wished.together):
        count = names.count(name.casefold())
        if count > 1:
            return lazy("Several are called “%(name)s”. State this wish on the page of wishes.", name=name)
        if count == 0 and name.casefold() in left_out:
            return lazy("The line of “%(name)s” needs another look first.", name=name)
        if count == 0 or name.casefold() == line.name.casefold():
            return _nobody(name)
    return None


def _topics(cafe: CafeSession, typed: str) -> list[str]:
    """Give the topics of a title, or of one or more titles or letters; none if one of them is unknown."""
    by_name = {topic.title.casefold(): topic.id for topic in reversed(cafe.topics)}
    by_name = {topic.letter.casefold(): topic.id for topic in cafe.topics} | by_name
    for words in ([typed], typed.replace("/", ",").replace(";", ",").split(",")):
        found = [by_name.get(word.strip().casefold()) for word in words if word.strip()]
        if all(found):
            return [topic for topic in found if topic]
    return []


list_checkers.append(look_at_wishes)


@dataclass(frozen=True, kw_only=True)
class _Places:
    """Who is who in one session, by participant and by name."""

    cafe: CafeSession
    of: dict[str, Attendee]
    named: dict[str, Attendee]


def state_wishes(
    session: Session, actor: Actor, gathering_id: str, people: Sequence[tuple[str, Line]]
) -> None:
    """State the wishes of a list in every session not begun."""
    wishing = [(participant_id, line) for participant_id, line in people if line.wished]
    for cafe in _not_begun(session, gathering_id) if wishing else ():
        attendees = session.scalars(select(Attendee).where(Attendee.session_id == cafe.id)).all()
        places = _Places(
            cafe=cafe,
            of={attendee.participant_id: attendee for attendee in attendees},
            named={attendee.display_name.casefold(): attendee for attendee in attendees},
        )
        for participant_id, line in wishing:
            for command in _commands(places, participant_id, line):
                perform_within(session, actor, command)


def _commands(places: _Places, participant_id: str, line: Line) -> Iterator[Command]:
    wished, cafe = line.wished, places.cafe
    session_id, attendee_id = cafe.id, places.of[participant_id].id
    for number in wished.sits_out:
        if number <= len(cafe.rounds_):
            yield SitOutFor(session_id=session_id, attendee_id=attendee_id, round=number, out=True)
    for topic_id in _topics(cafe, wished.must_visit):
        yield AddWish(
            session_id=session_id, kind=WishKind.MUST_VISIT, attendee_id=attendee_id, topic_id=topic_id
        )
    plain = {
        WishKind.ACCESSIBLE: wished.accessible,
        WishKind.STAYS: wished.stays,
        WishKind.COMPANY: wished.company,
    }
    for kind in (kind for kind, is_wished in plain.items() if is_wished):
        yield AddWish(session_id=session_id, kind=kind, attendee_id=attendee_id)
    for kind, name in (
        *((WishKind.APART, name) for name in wished.apart),
        *((WishKind.TOGETHER, name) for name in wished.together),
    ):
        other = places.named.get(name.casefold())
        if other is None:  # gone under another name since the list was looked at
            raise BadInput(_nobody(name), field="text")
        yield AddWish(session_id=session_id, kind=kind, attendee_id=attendee_id, other_id=other.id)


on_taken_up.append(state_wishes)
