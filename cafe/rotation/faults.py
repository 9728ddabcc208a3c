"""Who has something wrong at their table now."""

from cafe.rotation.hall import FREE, NONE
from cafe.rotation.seats import Seats


def faulty(seats: Seats) -> list[tuple[int, int]]:
    """List (round, person) of all who could sit better, as far as one can tell from their table."""
    hall = seats.hall
    most = seats.even_colleagues
    topics_wrong = seats.topics > 0
    repeats_wrong = seats.repeats > 0
    sizes_wrong = seats.sizes > 0
    wishes_wrong = seats.violations > 0 or seats.alone > 0
    wrong = []
    for index in range(hall.rounds):
        row, given, first = seats.seat[index], hall.given[index], index * hall.tables
        more, less = seats.one_more[index], seats.one_less[index]
        for person, place in enumerate(row):
            if given[person] != FREE:
                continue
            cell = first + place
            organisation = hall.organisation[person]
            kind = hall.kind[person]
            here = seats.kind_at[kind][cell]
            if (
                _crowded(seats, person, cell, most[index][organisation])
                or less[kind][here] < 0
                or (repeats_wrong and seats.met_again[person] & seats.mask[cell])
                or (topics_wrong and _comes_again(seats, index, person, place))
                or (sizes_wrong and seats.size_price(index, place, len(seats.members[cell])))
                or (wishes_wrong and _wish_open(seats, person, cell))
            ):
                wrong.append((index, person))
        wrong += _where_kinds_lack(seats, index, more)
        if seats.announced is not None:
            # Whoever has to move anyway may as well move to the best place.
            wrong += [
                (index, person)
                for person, place in enumerate(seats.announced[index])
                if place >= 0 and given[person] == FREE and row[person] != place
            ]
    return wrong


def _crowded(seats: Seats, person: int, cell: int, most: int) -> bool:
    """Tell whether more colleagues share the table than there have to, those always together left out."""
    at = seats.colleagues_at[seats.hall.organisation[person]][cell]
    return at > most and (
        not seats.hall.excused[person] or at - seats.excused_colleagues(person, cell) > most
    )


def _comes_again(seats: Seats, index: int, person: int, place: int) -> bool:
    topic = seats.hall.topic[index][place]
    return topic != NONE and seats.visits[person][topic] > 1


def _wish_open(seats: Seats, person: int, cell: int) -> bool:
    hall = seats.hall
    return bool(
        hall.apart[person] & seats.mask[cell]
        or any(not seats.visits[person][topic] for topic in hall.must[person])
        or (hall.allowed[person] is not None and cell % hall.tables not in (hall.allowed[person] or ()))
        or (seats.asked[hall.kind[person]] and seats.kind_at[hall.kind[person]][cell] == 1)
    )


def _where_kinds_lack(seats: Seats, index: int, more: list[list[int]]) -> list[tuple[int, int]]:
    """List the people at tables that lack a kind, of the kinds they could spare."""
    hall = seats.hall
    wrong = []
    for place in hall.open_tables[index]:
        cell = index * hall.tables + place
        if any(more[kind][seats.kind_at[kind][cell]] < 0 for kind in range(hall.kinds)):
            wrong += [(index, person) for person in seats.members[cell] if hall.given[index][person] == FREE]
    return wrong
