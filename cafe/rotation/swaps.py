"""Improve a seated round by trading seats, a bounded number of times."""

from random import Random

from cafe.rotation.seating import Seating
from cafe.rotation.sizes import EmptyChairs

# Counted in steps, not in seconds: a slow machine finds the same plan.
SWEEPS = 10
PARTNERS = 32


def improve(seating: Seating, chairs: EmptyChairs, random: Random) -> None:
    """Let everybody who sits badly look for a better seat, until nobody finds one."""
    order = list(seating.movable)
    for _ in range(SWEEPS):
        random.shuffle(order)
        moved = False
        for person in order:
            if _sits_badly(seating, person):
                moved |= _take_chair(seating, chairs, person) or _trade(seating, random, person)
        if not moved:
            return


def _sits_badly(seating: Seating, person: int) -> bool:
    return seating.staying(person) > 0 or seating.kind_staying(person) != 0


def _take_chair(seating: Seating, chairs: EmptyChairs, person: int) -> bool:
    """Move to the best empty chair, if it is better than the person's own."""
    offers = [(seating.price_of_move(person, place), place) for place in chairs.within_reach(person)]
    if not offers or min(offers)[0] >= 0:
        return False
    chairs.take(person, min(offers)[1])
    return True


def _trade(seating: Seating, random: Random, person: int) -> bool:
    """Trade seats with the best of some others, even at no gain: it opens new trades."""
    leaving = seating.staying(person)
    offers = [
        (seating.price_of_swap(person, other, leaving), other)
        for other in _partners(seating, random)
        if seating.place[other] != seating.place[person]
    ]
    if not offers or min(offers)[0] > 0:
        return False
    seating.swap(person, min(offers)[1])
    return True


def _partners(seating: Seating, random: Random) -> list[int]:
    if len(seating.movable) <= PARTNERS:
        return seating.movable
    return random.choices(seating.movable, k=PARTNERS)
