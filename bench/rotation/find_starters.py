"""Find the base rounds of cafe/rotation/bank.py.

    python bench/rotation/find_starters.py 7,4 --orders 3,3 [--base 1] [--seeds 20] [--steps 60000]

A group moves all people but the last ones; turned by all its elements, a base round gives as many rounds as
the group has. Nobody meets twice if every orbit of pairs occurs once at most among the tables of the base
rounds. Annealing at one temperature over trades of two people is enough: seconds for what stands in the bank.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from math import log
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from cafe.rotation.offsets import Group

HEAT = 0.25


class Search:
    """Look for base rounds of one group."""

    def __init__(self, people: int, size: int, group: Group, seed: int) -> None:
        """Give numbers to the orbits of pairs and start at random."""
        self._size = size
        self._random = Random(seed)
        self._orbits(people, group)
        self._count = [0] * len(self._weight)
        self.clashes = 0

    def _orbits(self, people: int, group: Group) -> None:
        moving = people // group.order * group.order
        numbers: dict[frozenset[int], int] = {}
        self._orbit = [[0] * people for _ in range(people)]
        self._weight: list[int] = []

        def turned(person: int, by: int) -> int:
            first = person // group.order * group.order
            return person if person >= moving else first + group.add(person - first, by)

        for one, other in combinations(range(people), 2):
            pair = frozenset((one, other))
            if pair not in numbers:
                orbit = [frozenset((turned(one, by), turned(other, by))) for by in range(group.order)]
                # A pair that some element puts back on itself would meet more than once by itself.
                self._weight.append(group.order // len(set(orbit)))
                numbers.update(dict.fromkeys(orbit, len(self._weight) - 1))
            self._orbit[one][other] = self._orbit[other][one] = numbers[pair]

    def _change(self, one: int, others: list[int], step: int) -> None:
        for other in others:
            orbit = self._orbit[one][other]
            before = max(0, self._count[orbit] * self._weight[orbit] - 1)
            self._count[orbit] += step
            self.clashes += max(0, self._count[orbit] * self._weight[orbit] - 1) - before

    def run(self, base_rounds: int, steps: int) -> list[list[int]] | None:
        """Trade people within base rounds until nothing clashes; None if the steps are used up."""
        people = len(self._orbit)
        rounds = [self._random.sample(range(people), people) for _ in range(base_rounds)]
        for base in rounds:
            for place, person in enumerate(base):
                self._change(person, base[place // self._size * self._size : place], 1)
        for _ in range(steps):
            if not self.clashes:
                return rounds
            self._step(self._random.choice(rounds))
        return None

    def _step(self, base: list[int]) -> None:
        one, other = self._random.randrange(len(base)), self._random.randrange(len(base))
        if one // self._size == other // self._size:
            return
        limit = self.clashes - HEAT * log(1.0 - self._random.random())
        self._trade(base, one, other)
        if self.clashes > limit:
            self._trade(base, one, other)

    def _trade(self, base: list[int], one: int, other: int) -> None:
        here, there = self._company(base, one), self._company(base, other)
        self._change(base[one], here, -1)
        self._change(base[other], there, -1)
        base[one], base[other] = base[other], base[one]
        self._change(base[one], here, 1)
        self._change(base[other], there, 1)

    def _company(self, base: list[int], place: int) -> list[int]:
        first = place // self._size * self._size
        return [base[seat] for seat in range(first, first + self._size) if seat != place]


def main() -> None:
    """Search with one seed after the other."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("shape", help="tables,people at each")
    arguments.add_argument("--orders", required=True, help="the cyclic parts of the group: 3,3")
    arguments.add_argument("--base", type=int, default=1)
    arguments.add_argument("--seeds", type=int, default=20)
    arguments.add_argument("--steps", type=int, default=60_000)
    asked = arguments.parse_args()
    tables, size = map(int, asked.shape.split(","))
    group = Group(orders=tuple(map(int, asked.orders.split(","))), leading=0)
    for seed in range(asked.seeds):
        search = Search(tables * size, size, group, seed)
        found = search.run(asked.base, asked.steps)
        print(f"seed {seed}: {search.clashes} clashes", flush=True)
        for base in found or ():
            print(" | ".join(" ".join(map(str, base[t : t + size])) for t in range(0, len(base), size)))
        if found:
            return


if __name__ == "__main__":
    main()
