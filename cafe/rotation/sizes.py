"""Even numbers: table sizes and shares as level as they can be."""

from collections.abc import Sequence


def even_sizes(people: int, limits: Sequence[tuple[int, int]]) -> list[int] | None:
    """Fill tables with (fewest, most) limits like water, the lowest first; None if people do not fit."""
    sizes = [fewest for fewest, _ in limits]
    left = people - sum(sizes)
    if left < 0 or people > sum(most for _, most in limits):
        return None
    while left:
        with_room = [place for place, (_, most) in enumerate(limits) if sizes[place] < most]
        level = min(sizes[place] for place in with_room)
        for place in with_room:
            if left and sizes[place] == level:
                sizes[place] += 1
                left -= 1
    return sizes


def pairs(people: int) -> int:
    """Count the pairs among so many people."""
    return people * (people - 1) // 2


def fewest_pairs(people: int, tables: int) -> int:
    """Count the pairs that share a table when people are spread as evenly as they can be."""
    if tables <= 0:
        return pairs(people)
    low, more = divmod(people, tables)
    return more * pairs(low + 1) + (tables - more) * pairs(low)
