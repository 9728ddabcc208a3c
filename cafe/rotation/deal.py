"""Deal the people out to the routes of a design: kinds by class, colleagues where they do not meet."""

from collections.abc import Sequence
from random import Random

from cafe.rotation.hall import FREE, Hall
from cafe.rotation.layout import Design

Routes = dict[int, list[int]]
"""Person -> table of each round; NONE where the route leads nowhere."""

COLLEAGUE = 5
KIND = 2


class Deal:
    """
    Give everybody a route.

    A class that holds one kind only puts the same number of that kind at every table, so kinds fill whole
    classes first. People of one class never meet, so colleagues of a kind go into one class, and
    to the starts whose routes cross the fewest colleagues of other classes.
    """

    def __init__(self, hall: Hall, design: Design, random: Random) -> None:
        """Count those whose seats are given."""
        self._filling = self._sharing(hall)
        self._hall = hall
        self._design = design
        self._random = random
        self._classes = len(design.route[0]) if design.route else 0
        self._free = [random.sample(range(design.starts), design.starts) for _ in range(self._classes)]
        cells = hall.rounds * hall.tables
        self._colleagues: dict[int, list[int]] = {}
        self._cells = cells
        self._kinds = [[0] * cells for _ in range(hall.kinds)]
        self._most = self._even_shares()
        for index, row in enumerate(hall.given):
            for person, place in enumerate(row):
                if place >= 0:
                    self._count(person, index * hall.tables + place)

    @staticmethod
    def _sharing(hall: Hall) -> list[int]:
        """Give the organisations numbers, with one number for all people without colleagues."""
        count = [0] * hall.organisations
        for organisation in hall.organisation:
            count[organisation] += 1
        return [
            organisation if count[organisation] > 1 else hall.organisations
            for organisation in hall.organisation
        ]

    def _even_shares(self) -> list[list[int]]:
        hall = self._hall
        shares = []
        for index in range(hall.rounds):
            count = [0] * hall.kinds
            for person in range(hall.people):
                count[hall.kind[person]] += hall.present[index][person]
            tables = max(1, len(hall.open_tables[index]))
            shares.append([-(-total // tables) for total in count])
        return shares

    def _count(self, person: int, cell: int) -> None:
        at = self._colleagues.setdefault(self._hall.organisation[person], [0] * self._cells)
        at[cell] += 1
        self._kinds[self._hall.kind[person]][cell] += 1

    def run(self, people: Sequence[int]) -> Routes:
        """Deal everybody out, large organisations first."""
        hall = self._hall
        order = list(people)
        self._random.shuffle(order)
        groups: dict[tuple[int, int], list[int]] = {}
        size: dict[int, int] = {}
        for person in order:
            groups.setdefault((hall.organisation[person], hall.kind[person]), []).append(person)
            size[hall.organisation[person]] = size.get(hall.organisation[person], 0) + 1
        rooms = self._rooms(order)
        routes: Routes = {}
        for (organisation, kind), members in sorted(
            groups.items(), key=lambda item: (-size[item[0][0]], item[0][0], -len(item[1]))
        ):
            self._deal_group(organisation, kind, members, rooms[self._filling[members[0]]], routes)
        return routes

    def _rooms(self, people: Sequence[int]) -> dict[int, dict[int, int]]:
        """Share the classes out to the kinds: kind -> class -> how many."""
        starts = self._design.starts
        count: dict[int, int] = {}
        for person in people:
            count[self._filling[person]] = count.get(self._filling[person], 0) + 1
        left = [starts] * self._classes
        left[-1] = len(people) - starts * (self._classes - 1)
        rooms: dict[int, dict[int, int]] = {kind: {} for kind in count}
        for kind, total in sorted(count.items(), key=lambda item: -item[1]):
            for place in range(self._classes):
                if left[place] == starts and count[kind] >= starts and total >= starts:
                    rooms[kind][place] = starts
                    left[place] = 0
                    count[kind] -= starts
        for kind in sorted(count, key=lambda kind: -count[kind]):
            self._share_rest(rooms[kind], count[kind], left)
        return rooms

    def _share_rest(self, room: dict[int, int], total: int, left: list[int]) -> None:
        """Put what does not fill a class where it fits best, in as few classes as possible."""
        while total:
            fitting = [place for place, free in enumerate(left) if free >= total]
            if fitting:
                place = min(fitting, key=lambda place: left[place])
            else:
                place = max(range(len(left)), key=lambda place: left[place])
            taken = min(total, left[place])
            room[place] = room.get(place, 0) + taken
            left[place] -= taken
            total -= taken

    def _deal_group(
        self, organisation: int, kind: int, members: list[int], room: dict[int, int], routes: Routes
    ) -> None:
        """Deal out colleagues of one kind, class by class."""
        waiting = list(members)
        while waiting:
            fitting = [place for place, free in room.items() if free >= len(waiting)]
            place = self._random.choice(fitting) if fitting else max(room, key=lambda place: room[place])
            taken = min(room[place], len(waiting))
            room[place] -= taken
            starts = self._best_starts(organisation, kind, waiting[0], place, taken)
            for person, start in zip(waiting[:taken], starts, strict=True):
                routes[person] = [row[place][start] for row in self._design.route]
                for index, table in enumerate(routes[person]):
                    if table >= 0 and self._hall.given[index][person] == FREE:
                        self._count(person, index * self._hall.tables + table)
            waiting = waiting[taken:]

    def _best_starts(self, organisation: int, kind: int, person: int, place: int, wanted: int) -> list[int]:
        """Choose the free starts of a class where an organisation and a kind crowd least."""
        hall = self._hall
        colleagues = self._colleagues.get(organisation)
        free = self._free[place]
        price = [0] * self._design.starts
        for index in range(hall.rounds):
            if hall.given[index][person] != FREE:
                continue
            route, first = self._design.route[index][place], index * hall.tables
            at, most = self._kinds[kind], self._most[index][kind]
            for start in free:
                cell = first + route[start]
                if colleagues is not None:
                    price[start] += COLLEAGUE * colleagues[cell]
                if at[cell] >= most:
                    price[start] += KIND
        chosen = sorted(free, key=lambda start: price[start])[:wanted]
        taken = set(chosen)
        self._free[place] = [start for start in free if start not in taken]
        return chosen
