"""Seat a whole café."""

from random import Random

from cafe.rotation.budget import Budget
from cafe.rotation.deal import Deal
from cafe.rotation.figures import WEIGHTS
from cafe.rotation.floor import Floor
from cafe.rotation.hall import Hall
from cafe.rotation.layout import find_design, known_design, lay_out, walkers
from cafe.rotation.model import Instance, Plan, Preference
from cafe.rotation.polish import SMALL_HEATS, USUAL_HEATS, Polish
from cafe.rotation.prices import Prices
from cafe.rotation.seats import Seats
from cafe.rotation.start import Leveller, gather, reseat, seat_by_routes, seat_given, seat_the_rest
from cafe.rotation.staying import mixing_rounds, returning, settled, shortened

USUAL_STEPS = 60_000
MOST_PASSES = 3
SMALL_HALL, SLICE = 300, 140_000  # people times rounds; the steps until a small hall begins again
BEGINNINGS, STEPS_A_SEAT = (
    16,
    8,
)  # how often a small hall with wishes begins, and what each beginning is given


def plan_seating(
    instance: Instance, budget: Budget | None = None, preference: Preference = Preference.NEW_FACES
) -> Plan:
    """Give everybody a table in every round they attend.

    In this order of weight: capacity, hosts, fixed seats and wishes; no topic twice; even tables; few
    repeated meetings; few colleagues at one table; an even spread of kinds. `preference` may put colleagues
    before meetings. The same instance, seed, preference and number of steps give the same plan anywhere.

    Raises NotEnoughSeats if the people of a round do not fit its open tables, and Cancelled.
    """
    budget = budget or Budget(steps=USUAL_STEPS)
    instance = settled(instance)
    Hall(instance).require_seats()
    mixing = mixing_rounds(instance)
    if mixing < instance.rounds:
        plan = _mixed(shortened(instance, mixing), budget, preference)
        budget.refuse_if_cancelled()
        return fill_up(returning(instance, plan), preference)
    plan = _mixed(instance, budget, preference)
    budget.refuse_if_cancelled()
    return plan


def seat_more(instance: Instance, preference: Preference = Preference.NEW_FACES) -> Plan:
    """Seat only those without a seat in `instance.fixed`, where it costs least; nobody else is moved.

    Nothing is searched: milliseconds for one more in a hall of 200. Raises NotEnoughSeats.
    """
    instance = settled(instance)
    Hall(instance).require_seats()
    mixing = mixing_rounds(instance)
    if mixing < instance.rounds:
        instance = returning(instance, fill_up(shortened(instance, mixing), preference))
    return fill_up(instance, preference)


def _mixed(instance: Instance, budget: Budget, preference: Preference) -> Plan:
    """Seat people who come from elsewhere in every round."""
    hall = Hall(instance)
    random = Random(f"seating/{instance.seed}")  # noqa: S311 - no secret
    floor = Floor(instance)
    seats = _started(hall, random, preference)
    # A start may have a fault that no polish gets out: in a small hall it costs little to begin again.
    small = hall.people * hall.rounds <= SMALL_HALL
    heats, slice_ = (SMALL_HEATS, SLICE) if small else (USUAL_HEATS, budget.left)
    if small and seats.figures().violations and _has_wishes(instance):
        seats = _best_begun(seats, random, budget, floor, preference)
    Polish(seats, random, floor.reached, heats).run(budget.slice(slice_))
    # Where nobody can be moved, nothing is spent, and beginning again would never end.
    while small and budget.used and budget.left and not floor.reached(seats.figures()):
        other = _started(hall, random, preference)
        Polish(other, random, floor.reached, heats).run(budget.slice(slice_))
        if other.rank() < seats.rank():
            seats = other
    return hall.plan(seats.seat)


def _has_wishes(instance: Instance) -> bool:
    of_some = any(person.stays or person.needs_access for person in instance.people)
    return of_some or bool(instance.must_visit or instance.apart or instance.together)


def _best_begun(seats: Seats, random: Random, budget: Budget, floor: Floor, preference: Preference) -> Seats:
    """Give the best of several beginnings, each polished a little, for at most half of the budget.

    Wishes that clash with each other hold people where a polish gets nobody out, and in some beginnings
    people whose wishes clash with nothing: in four of ten, in a hall of twelve with ten that clash.
    """
    hall, enough = seats.hall, budget.left // 2
    for beginning in range(BEGINNINGS):
        other = _started(hall, random, preference) if beginning else seats
        Polish(other, random, floor.reached, SMALL_HEATS).run(
            budget.slice(STEPS_A_SEAT * hall.people * hall.rounds)
        )
        if other.rank() < seats.rank():
            seats = other
        if not seats.figures().violations or budget.left <= enough:
            break
    return seats


def _started(hall: Hall, random: Random, preference: Preference) -> Seats:
    """Seat people by a design, and whoever that leaves standing where it costs least."""
    seats = Seats(hall, WEIGHTS[preference])
    seat_given(seats)
    people = walkers(hall)
    layout = lay_out(hall, random)
    if people and layout.grid:
        design = known_design(hall, layout, people) or find_design(hall, layout, people, random)
        seat_by_routes(seats, Deal(hall, design, random).run(people))
    gather(seats)
    seat_the_rest(seats, Prices(seats), random)
    Leveller(seats, random).run()
    return seats


def fill_up(instance: Instance, preference: Preference = Preference.NEW_FACES) -> Plan:
    """Seat whoever has no seat yet where it costs least; nobody is moved."""
    hall = Hall(instance)
    seats = Seats(hall, WEIGHTS[preference])
    prices = Prices(seats)
    seat_given(seats)
    seat_the_rest(seats, prices, Random(f"filling/{instance.seed}"))  # noqa: S311 - no secret
    for _ in range(MOST_PASSES):
        if not reseat(seats, prices):
            break
    return hall.plan(seats.seat)
