"""Seat a whole café, one round after the other."""

from random import Random

from cafe.rotation.hall import AWAY, FREE, Hall
from cafe.rotation.model import Instance, Plan
from cafe.rotation.seating import Seating
from cafe.rotation.sizes import EmptyChairs, level, target_sizes, topic_demand
from cafe.rotation.swaps import improve
from cafe.rotation.topics import TopicRepair


def plan_seating(instance: Instance) -> Plan:
    """Give everybody a table in every round they attend.

    In this order of weight: capacity, hosts and fixed seats; no topic twice while a new one has
    room; even tables; few repeated meetings; few colleagues at one table; an even spread of kinds.
    The same instance and seed give the same plan anywhere.

    Raises NotEnoughSeats if the people of a round do not fit its open tables.
    """
    hall = Hall(instance)
    for index in range(hall.rounds):
        hall.require_seats(index)
    for index in range(hall.rounds):
        _keep_places(hall, index)
        _seat_round(hall, index, Random(f"{instance.seed}/{index}"))  # noqa: S311 - no secret
        hall.close(index)
    return {
        person.id: tuple(
            None if hall.seat[index][number] == AWAY else hall.table_names[hall.seat[index][number]]
            for index in range(hall.rounds)
        )
        for number, person in enumerate(instance.people)
    }


def _keep_places(hall: Hall, index: int) -> None:
    """Seat those who return to, or never leave, their table, where it is open and has room."""
    returns = hall.instance.home_table_last and index == hall.rounds - 1
    if not (returns or hall.instance.stay):
        return
    room = hall.free_seats(index)
    for person in hall.free_people(index):
        seats = [seat[person] for seat in hall.seat if seat[person] not in (AWAY, FREE)]
        if seats and room[seats[0]]:
            room[seats[0]] -= 1
            hall.settle(index, person, seats[0])


def _seat_round(hall: Hall, index: int, random: Random) -> None:
    """Seat the free people of one round: a greedy start, repaired and improved."""
    seating = Seating(hall, index)
    if not seating.movable:
        return
    demand = topic_demand(seating)
    _seat_greedily(seating, target_sizes(seating, demand), random)
    if TopicRepair(seating).run():
        level(seating)
    improve(seating, EmptyChairs(seating, demand), random)
    for person in seating.movable:
        hall.settle(index, person, seating.place[person])


def _seat_greedily(seating: Seating, target: list[int], random: Random) -> None:
    """Seat one after the other where it costs least; large organisations choose first."""
    colleagues = [0] * seating.hall.organisation_count
    for person in seating.movable:
        colleagues[seating.hall.organisation[person]] += 1
    order = list(seating.movable)
    random.shuffle(order)
    order.sort(key=lambda person: -colleagues[seating.hall.organisation[person]])
    for person in order:
        place = min(
            (place for place in seating.tables if seating.size[place] < target[place]),
            key=lambda place: (
                seating.joining(person, place) + seating.kind_joining(person, place),
                seating.size[place] - target[place],
                place,
            ),
        )
        seating.seat(person, place)
