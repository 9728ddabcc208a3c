"""The wishes of a session as sentences, with what takes each back, and what of them cannot be met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.facts import expected_in
from cafe.dialogue.impossible import Names, listed, sentences
from cafe.dialogue.model import Attendee, CafeSession, TableRound, Wish
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.queries.seats import Placed, people_to_seat, placed_in
from cafe.dialogue.rules import open_rounds, rounds_left
from cafe.dialogue.wish_words import WISHES, WishWord
from cafe.dialogue.wishes_met import Place, Seated, Stated, unmet
from cafe.errors import NotFound
from cafe.rotation import Impossible, find_impossible

Wanted = tuple[str, dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One wish as a sentence, what takes it back and brings it again, and whether the seats meet it now."""

    key: str
    text: str
    removal: tuple[Wanted, ...]
    restoring: tuple[Wanted, ...]
    is_met: bool = True


@dataclass(frozen=True, kw_only=True)
class WishList:
    """All wishes of a session by kind, and what cannot be met."""

    groups: tuple[tuple[WishWord, tuple[Entry, ...]], ...]
    impossible: tuple[str, ...]
    rounds_left: tuple[int, ...]

    def entry(self, key: str) -> Entry | None:
        """Find a wish by its key."""
        return next((entry for _word, entries in self.groups for entry in entries if entry.key == key), None)


def impossible_sentences(session: Session, cafe: CafeSession) -> list[str]:
    """Say what no plan of a session can meet: names, tables and rounds, and what would help.

    In the reader's language; for organisers only. Empty where every wish can be met, as far as that can be
    told before planning. Planning works all the same, as well as it can.
    """
    rounds = open_rounds(clockwork(cafe))
    if not rounds or not cafe.tables:
        return []
    return sentences(find_impossible_in(session, cafe), rounds, names_in(session, cafe))


def find_impossible_in(session: Session, cafe: CafeSession) -> tuple[Impossible, ...]:
    """Find what no plan of the rounds to come can meet."""
    rounds = open_rounds(clockwork(cafe))
    fixed = {
        placed.key: placed.table_id
        for placed in placed_in(session, cafe.id)
        if placed.pinned or placed.round_number not in rounds
    }
    people = people_to_seat(session, cafe)
    return find_impossible(instance_of(session, cafe, people, fixed), rounds.start)


def names_in(session: Session, cafe: CafeSession) -> Names:
    """Give what people, tables and topics are called; a name that two have comes with where they are from."""
    people = expected_in(session, cafe.id)
    names = [person.name for person in people]
    return Names(
        people={p.id: p.name if names.count(p.name) == 1 else p.label for p in people},
        tables={table.id: table.number for table in cafe.tables},
        topics={
            topic.id: gettext("topic %(letter)s, “%(title)s”", letter=topic.letter, title=topic.title)
            for topic in cafe.topics
        },
    )


def wish_list(session: Session, session_id: str) -> WishList:
    """Give everything that the page of wishes shows. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    names = names_in(session, cafe)
    found: dict[str, list[Entry]] = {}
    wishes = session.scalars(select(Wish).where(Wish.session_id == cafe.id)).all()
    not_met = _unmet(session, cafe, wishes)
    for wish in wishes:
        found.setdefault(wish.kind, []).append(_stated(wish, names, is_met=wish.id not in not_met))
    found["sits_out"] = list(_sitting_out(session, cafe, names))
    found["pinned"] = list(_pinned(session, cafe, names))
    return WishList(
        groups=tuple(
            (word, tuple(sorted(entries, key=lambda entry: entry.text.casefold())))
            for kind, word in WISHES.items()
            if (entries := found.get(kind))
        ),
        impossible=tuple(impossible_sentences(session, cafe)),
        rounds_left=tuple(rounds_left(clockwork(cafe))),
    )


def _stated(wish: Wish, names: Names, *, is_met: bool) -> Entry:
    people = sorted((names.people[who] for who in (wish.attendee_id, wish.other_id) if who), key=str.casefold)
    said = {"people": listed(people), "topic": names.topics.get(wish.topic_id or "", "")}
    here = {"session_id": wish.session_id}
    again = {
        "kind": wish.kind,
        "attendee_id": wish.attendee_id,
        "other_id": wish.other_id,
        "topic_id": wish.topic_id,
    }
    return Entry(
        key=wish.id,
        text=str(WISHES[wish.kind].sentence) % said,
        removal=(("remove_wish", here | {"wish_id": wish.id}),),
        restoring=(("add_wish", here | again),),
        is_met=is_met,
    )


def _unmet(session: Session, cafe: CafeSession, wishes: Sequence[Wish]) -> set[str]:
    """Find the wishes that the seats as they are do not meet."""
    places: dict[str, dict[int, Place]] = {}
    topics = {
        (place.table_id, place.round_number): place.topic_id
        for place in session.scalars(select(TableRound).where(TableRound.session_id == cafe.id))
    }
    for seat in placed_in(session, cafe.id) if wishes else ():
        place = Place(table=seat.table_id, topic=topics[seat.table_id, seat.round_number])
        places.setdefault(seat.attendee_id, {})[seat.round_number] = place
    seated = Seated(
        places=places,
        kinds={person.id: person.kind for person in expected_in(session, cafe.id)},
        accessible={table.id for table in cafe.tables if table.accessible},
    )
    stated = [
        Stated(id=w.id, kind=w.kind, person=w.attendee_id, other=w.other_id, topic=w.topic_id) for w in wishes
    ]
    return unmet(stated, seated, rounds_left(clockwork(cafe)))


def _sitting_out(session: Session, cafe: CafeSession, names: Names) -> Iterator[Entry]:
    left = rounds_left(clockwork(cafe))
    for attendee in session.scalars(select(Attendee).where(Attendee.session_id == cafe.id)):
        rounds = [number for number in attendee.sitting_out if number in left]
        if rounds:
            each = [{"session_id": cafe.id, "attendee_id": attendee.id, "round": number} for number in rounds]
            said = {"people": names.people[attendee.id], "rounds": _rounds(rounds)}
            yield Entry(
                key=f"out-{attendee.id}",
                text=str(WISHES["sits_out"].sentence) % said,
                removal=tuple(("sit_out_for", data | {"out": False}) for data in each),
                restoring=tuple(("sit_out_for", data | {"out": True}) for data in each),
            )


def _rounds(numbers: list[int]) -> str:
    return listed([gettext("round %(number)s", number=number) for number in numbers])


def _pinned(session: Session, cafe: CafeSession, names: Names) -> Iterator[Entry]:
    left = rounds_left(clockwork(cafe))
    by_person: dict[str, list[Placed]] = {}
    for seat in placed_in(session, cafe.id):
        if seat.pinned and seat.round_number in left:
            by_person.setdefault(seat.attendee_id, []).append(seat)
    for attendee_id, seats in by_person.items():
        each = [
            {"session_id": cafe.id, "attendee_id": attendee_id, "round": seat.round_number} for seat in seats
        ]
        places = [
            gettext(
                "table %(table)s in round %(round)s",
                table=names.tables[seat.table_id],
                round=seat.round_number,
            )
            for seat in seats
        ]
        said = {"people": names.people[attendee_id], "places": listed(places)}
        yield Entry(
            key=f"pin-{attendee_id}",
            text=str(WISHES["pinned"].sentence) % said,
            removal=tuple(("pin_seat", data | {"pinned": False}) for data in each),
            restoring=tuple(("pin_seat", data | {"pinned": True}) for data in each),
        )
