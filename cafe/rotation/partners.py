"""Choose with whom somebody could trade seats: where topics are few, most trades would bring one back."""

from random import Random

from cafe.rotation.hall import FREE, NONE
from cafe.rotation.seats import Seats

SAME_TOPIC = 0.3
"""Where a topic has several tables: the share of trades among them."""
FEW, TRIES = 1.5, 16
"""With at most so many topics a round, a partner is sought for whom the topic is new as well: that often."""
KNOWN, HOME = 0.6, 0.5
"""Where seats were announced: the share of trades with those who move anyway, or back to what was told."""


class Partners:
    """Choose partners in one seating."""

    def __init__(self, seats: Seats, random: Random, movable: list[list[int]]) -> None:
        """Sort the tables of every round by topic."""
        self._seats = seats
        self._random = random
        hall = seats.hall
        # Those who sit with somebody always are dear to move: they trade only when it is their turn.
        self._movable = [
            [person for person in people if person not in hall.mates[index]] or people
            for index, people in enumerate(movable)
        ]
        self._moved: list[list[int]] = []
        self._topics = [self._tables_by_topic(index) for index in range(hall.rounds)]
        self._peers = [self._find_peers(index) for index in range(hall.rounds)]
        self._few_topics = all(NONE not in row for row in hall.topic) and all(
            1 < len(topics) <= FEW * hall.rounds for topics, _ in self._topics
        )

    def choose(self, index: int, one: int) -> int:
        """Choose somebody to trade with; one, for no trade at all."""
        random = self._random.random
        if self._seats.announced is not None and random() < KNOWN:
            other = self._moved_or_at_home(index, one, self._seats.announced[index][one])
            if other != one:
                return other
        peers = self._peers[index].get(self._seats.seat[index][one])
        if peers and random() < SAME_TOPIC:
            seats = self._seats
            members = seats.members[index * seats.hall.tables + peers[int(random() * len(peers))]]
            other = members[int(random() * len(members))] if members else one
            return other if seats.hall.given[index][other] == FREE else one  # one: no trade at all
        movable = self._movable[index]
        if not self._few_topics or self._seats.topics:
            return movable[int(random() * len(movable))]
        return self._topic_partner(index, one)

    def look(self) -> None:
        """See who sits elsewhere than announced."""
        if self._seats.announced is not None:
            self._moved = [
                [person for person in people if told[person] not in (FREE, row[person])]
                for people, told, row in zip(
                    self._movable, self._seats.announced, self._seats.seat, strict=True
                )
            ]

    def _moved_or_at_home(self, index: int, one: int, home: int) -> int:
        """Choose somebody who has to move anyway, or somebody at the table that one was told; else one."""
        random, seats = self._random.random, self._seats
        people = self._moved[index]
        if home not in (FREE, seats.seat[index][one], seats.hall.tables) and random() < HOME:
            people = seats.members[index * seats.hall.tables + home]
        other = people[int(random() * len(people))] if people else one
        return other if seats.hall.given[index][other] == FREE else one

    def _topic_partner(self, index: int, one: int) -> int:
        """Choose somebody whose topic is new to one, and the other way round; else one: no trade."""
        random = self._random.random
        seats = self._seats
        hall, visits = seats.hall, seats.visits
        mine, given, first = hall.topic[index][seats.seat[index][one]], hall.given[index], index * hall.tables
        topics, tables_of = self._topics[index]
        visited = visits[one]
        for _ in range(TRIES):
            topic = topics[int(random() * len(topics))]
            if not visited[topic]:
                tables = tables_of[topic]
                members = seats.members[first + tables[int(random() * len(tables))]]
                other = members[int(random() * len(members))] if members else one
                if not visits[other][mine] and given[other] == FREE:
                    return other
        return one

    def _tables_by_topic(self, index: int) -> tuple[list[int], dict[int, list[int]]]:
        """Give the topics of a round, and the tables of each."""
        hall = self._seats.hall
        by_topic: dict[int, list[int]] = {}
        for place in hall.open_tables[index]:
            if hall.topic[index][place] != NONE:
                by_topic.setdefault(hall.topic[index][place], []).append(place)
        return list(by_topic), by_topic

    def _find_peers(self, index: int) -> dict[int, list[int]]:
        """List the other tables with the same topic, where a round has several topics."""
        hall = self._seats.hall
        topic = hall.topic[index]
        tables = hall.open_tables[index]
        if len({topic[place] for place in tables}) < 2:  # noqa: PLR2004 - several
            return {}
        return {
            place: [other for other in group if other != place]
            for group in self._topics[index][1].values()
            for place in group
            if len(group) > 1
        }
