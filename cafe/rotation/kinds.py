"""The kind gap of a table as a look-up: what one more, and one less, of a kind does to it."""

from cafe.rotation.hall import AWAY, Hall

Steps = list[list[list[int]]]
"""Round -> kind -> how many are there -> the change."""


def tabulate(hall: Hall) -> tuple[Steps, Steps, int]:
    """Give the steps up, the steps down, and the gap of a hall with empty tables."""
    up: Steps = []
    down: Steps = []
    gap = 0
    for index in range(hall.rounds):
        tables = max(1, len(hall.open_tables[index]))
        count = [0] * hall.kinds
        for person in range(hall.people):
            count[hall.kind[person]] += hall.given[index][person] != AWAY
        even = [(total // tables, -(-total // tables), total) for total in count]
        up.append([[(n >= high) - (n < low) for n in range(total + 2)] for low, high, total in even])
        down.append([[(n <= low) - (n > high) for n in range(total + 2)] for low, high, total in even])
        gap += sum(low for low, _, _ in even) * len(hall.open_tables[index])
    return up, down, gap
