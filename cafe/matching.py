"""What two lists of words have in common, found with a bound on the work. Pure.

As `difflib` finds it: the longest stretch that is in both, and the same again on either side. Where few
different words come again and again that never ends in sensible time; so the steps are counted, and what lies
between the stretches found when they run out is left as it is: different.
Source of the method: Ratcliff and Metzener, Pattern Matching: The Gestalt Approach, Dr. Dobb's Journal 1988.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from difflib import Match
from itertools import accumulate, pairwise

MOST_PAIRS = 2_000_000  # of equal words that are looked at in one go
FEW_PAIRS = 200_000  # of the rarer words, which are looked at first where there are more
MOST_STEPS = 10_000_000  # altogether; about a second

Region = tuple[int, int, int, int]  # where one begins and ends, where the other does


class OutOfStepsError(Exception):
    """More is not to be found in sensible time."""


def matching(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """Find the stretches that are in both, in order; the last is empty and stands at the end of both."""
    held = _held(one, other) if sum(_pairs(one, other).values()) > MOST_PAIRS else []
    search = _Search(one, other, MOST_STEPS // 2)
    found = list(held)
    for before, after in pairwise([Match(0, 0, 0), *held, Match(len(one), len(other), 0)]):
        found += search.between((before.a + before.size, after.a, before.b + before.size, after.b))
    return [*_joined(sorted(found)), Match(len(one), len(other), 0)]


def _held(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """Find what holds two texts together: how they begin and end, and between it the rarer words."""
    head = _alike(one, other)
    tail = _alike(one[head:][::-1], other[head:][::-1])
    end, end_other = len(one) - tail, len(other) - tail
    rare = _rare(one[head:end], other[head:end_other])
    places = [at for at in range(head, end) if one[at] in rare]
    in_other = [at for at in range(head, end_other) if other[at] in rare]
    search = _Search([one[at] for at in places], [other[at] for at in in_other], MOST_STEPS // 2)
    between = sorted(search.between((0, len(places), 0, len(in_other))))
    words = [
        Match(places[each.a + at], in_other[each.b + at], 1) for each in between for at in range(each.size)
    ]
    return [Match(0, 0, head), *words, Match(end, end_other, tail)]


def _rare(one: Sequence[str], other: Sequence[str]) -> set[str]:
    """Take the rarest words, as many as there are few pairs of."""
    pairs = sorted(_pairs(one, other).items(), key=lambda item: item[1])
    looked_at = accumulate(count for _, count in pairs)
    return {word for (word, _), count in zip(pairs, looked_at, strict=True) if count <= FEW_PAIRS}


def _pairs(one: Sequence[str], other: Sequence[str]) -> dict[str, int]:
    counts, others = Counter(one), Counter(other)
    return {word: count * others[word] for word, count in counts.items()}


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many words are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (word, with_it) in pairs if word != with_it), min(len(one), len(other)))


def _joined(found: list[Match]) -> list[Match]:
    """Let stretches that touch be one."""
    joined: list[Match] = []
    for each in found:
        if joined and (joined[-1].a + joined[-1].size, joined[-1].b + joined[-1].size) == (each.a, each.b):
            each = Match(joined[-1].a, joined[-1].b, joined.pop().size + each.size)  # noqa: PLW2901
        if each.size:
            joined.append(each)
    return joined


class _Search:
    def __init__(self, one: Sequence[str], other: Sequence[str], steps: int) -> None:
        self.one, self.other = one, other
        self.left = steps

    def between(self, whole: Region) -> list[Match]:
        """Find the stretches in a region: the longest, and then those beside it."""
        start, end, start_other, end_other = whole
        if sum(_pairs(self.one[start:end], self.other[start_other:end_other]).values()) > self.left:
            return []
        places = defaultdict[str, list[int]](list)
        for at in range(start_other, end_other):
            places[self.other[at]].append(at)
        found: list[Match] = []
        waiting = deque([whole])
        try:
            while waiting:
                start, end, start_other, end_other = region = waiting.popleft()
                best = self._longest(region, places)
                if best.size:
                    found.append(best)
                    after, after_other = best.a + best.size, best.b + best.size
                    beside = (start, best.a, start_other, best.b), (after, end, after_other, end_other)
                    waiting += (each for each in beside if each[0] < each[1] and each[2] < each[3])
        except OutOfStepsError:
            pass
        return found

    def _longest(self, region: Region, all_places: Mapping[str, Sequence[int]]) -> Match:
        """Find the longest stretch that is in both; of several the first. Raises OutOfStepsError."""
        start, end, start_other, end_other = region
        best, best_other, size = start, start_other, 0
        lengths: dict[int, int] = {}
        for at in range(start, end):
            places = all_places.get(self.one[at], ())
            within = places[bisect_left(places, start_other) : bisect_left(places, end_other)]
            self.left -= len(within) + 1
            if self.left < 0:
                raise OutOfStepsError
            longer: dict[int, int] = {}
            for place in within:
                length = longer[place] = lengths.get(place - 1, 0) + 1
                if length > size:
                    best, best_other, size = at - length + 1, place - length + 1, length
            lengths = longer
        return Match(best, best_other, size)
