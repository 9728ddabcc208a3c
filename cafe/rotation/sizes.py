"""Even table sizes, with the odd seats where the topics need them."""

from cafe.rotation.seating import Seating


def topic_demand(seating: Seating) -> list[float]:
    """
    Add up how many free people each topic should get this round; the last entry is 'no topic'.

    Everybody is shared out evenly over the topics they have not met. Where people have as many
    topics left as rounds, sizes within one of this demand never lead to a forced repeat later
    (the topics left form a bipartite graph with a balanced edge colouring, de Werra 1971).
    """
    demand = [0.0] * (seating.hall.topic_count + 1)
    offered = list(dict.fromkeys(seating.topic[place] for place in seating.tables))
    for person in seating.movable:
        fresh = [topic for topic in offered if not seating.has_visited(person, topic)]
        for topic in fresh or offered:
            demand[topic] += 1 / len(fresh or offered)
    return demand


def target_sizes(seating: Seating, demand: list[float]) -> list[int]:
    """Share the free people out over the tables: lowest first, then by the topic's demand."""
    target = list(seating.size)
    missing = list(demand)
    for _ in seating.movable:
        place = min(
            (place for place in seating.tables if target[place] < seating.capacity[place]),
            key=lambda place: (target[place], -missing[seating.topic[place]], place),
        )
        target[place] += 1
        missing[seating.topic[place]] -= 1
    return target


class EmptyChairs:
    """Tell which empty chairs a seated person may take without spoiling the sizes."""

    def __init__(self, seating: Seating, demand: list[float]) -> None:
        """Start from the seating as it stands."""
        self._seating = seating
        self._surplus = [-share for share in demand]
        for person in seating.movable:
            self._surplus[self._topic_of(person)] += 1

    def _topic_of(self, person: int) -> int:
        return self._seating.topic[self._seating.place[person]]

    def within_reach(self, person: int) -> list[int]:
        """List the tables with a chair that leave table sizes and topic sizes as even."""
        seating = self._seating
        here = seating.place[person]
        return [
            place
            for place in seating.tables
            if seating.size[place] < seating.size[here]
            and seating.size[place] < seating.capacity[place]
            and self._topics_stay_even(seating.topic[here], seating.topic[place])
        ]

    def _topics_stay_even(self, here: int, there: int) -> bool:
        # The hair's breadth forgives the rounding of the shares.
        return here == there or self._surplus[here] - self._surplus[there] > 1 - 1e-6

    def take(self, person: int, place: int) -> None:
        """Move the person there."""
        self._surplus[self._topic_of(person)] -= 1
        self._seating.move(person, place)
        self._surplus[self._topic_of(person)] += 1


def level(seating: Seating) -> None:
    """Move people from crowded to emptier tables where that brings no topic back."""
    for _ in seating.movable:
        step = _levelling_step(seating)
        if step is None:
            return
        seating.move(*step)


def _levelling_step(seating: Seating) -> tuple[int, int] | None:
    """Find the cheapest move from the largest table possible to one smaller by two or more."""
    smallest = min(seating.size[place] for place in seating.tables)
    steps = [
        (-seating.size[seating.place[person]], seating.price_of_move(person, place), person, place)
        for person in seating.movable
        if seating.size[seating.place[person]] > smallest + 1
        for place in seating.tables
        if seating.size[place] + 1 < seating.size[seating.place[person]]
        and seating.size[place] < seating.capacity[place]
        and seating.topic_visits(person, place) <= seating.topic_visits(person, seating.place[person])
    ]
    return min(steps)[2:] if steps else None
