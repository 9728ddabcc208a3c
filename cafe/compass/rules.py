"""What may be told of answers to the compass. Pure; whoever shows more than this tells on somebody.

**Nothing shown depends on fewer than five.** In the order in which it could go wrong:

1. A group of fewer than five answers is as if nobody of it had answered: not its answers, not its
   comments, not its number. No total over the groups is ever told, so none can be taken from it.
2. A pair of poles on which fewer than five of a group placed themselves has no picture for that group. How
   many placed themselves on a pair is never told, so that nobody finds the one who did not; of "not
   relevant" it is told that at least five of the group said it, or nothing.
3. The middle is rounded to half steps and the spread is that of the middle half. Nobody can be found at the
   end of a line, and that all said the same cannot be read off it.
4. What has been said in words is ordered by its own letters, each pair by itself. Neither the order nor the
   place tells what else the same person said.
5. Waves are compared by what may be told of each. Answers are let in by whole groups of five and more
   (`cafe/unnamed`), so that what is told before and after differs by five answers of a group or by none.
6. There is no sum over waves, units, teams or organisations, and nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cafe.compass.commands import PAIRS, Group
from cafe.unnamed.rules import FEWEST

# From this distance on two groups are said to see a pair differently.
APART = 1.0
MOST_APART = 3


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one person said of a pair; `place` is None when they skipped it or found it not relevant."""

    place: int | None = None
    not_relevant: bool = False
    comment: str = ""


Answer = Mapping[int, Said]


@dataclass(frozen=True, kw_only=True)
class Lying:
    """Where a group lies between two poles: its middle in half steps, and where its middle half is."""

    middle: float
    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class GroupPicture:
    """What may be told of a group of five or more; a pair that is not in `lies` was placed by fewer."""

    answers: int
    lies: Mapping[int, Lying] = field(default_factory=dict)
    not_relevant: frozenset[int] = frozenset()
    comments: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def without_comments(self) -> GroupPicture:
        """Give the picture as others than the team may see it."""
        return GroupPicture(answers=self.answers, lies=self.lies, not_relevant=self.not_relevant)


Picture = Mapping[Group, GroupPicture]


def picture_of(answers: Mapping[Group, Sequence[Answer]]) -> Picture:
    """Give what may be told of a wave, by group, those of fewer than five left out."""
    return {
        group: _of_group(answers[group])
        for group in Group
        if group in answers and len(answers[group]) >= FEWEST
    }


def _of_group(answers: Sequence[Answer]) -> GroupPicture:
    said = {pair: [answer[pair] for answer in answers if pair in answer] for pair in range(1, PAIRS + 1)}
    lies = {pair: _lying(each.place for each in said[pair] if each.place is not None) for pair in said}
    comments = {pair: sorted(each.comment for each in said[pair] if each.comment) for pair in said}
    return GroupPicture(
        answers=len(answers),
        lies={pair: lying for pair, lying in lies.items() if lying is not None},
        not_relevant=frozenset(
            pair for pair in said if sum(each.not_relevant for each in said[pair]) >= FEWEST
        ),
        comments={pair: texts for pair, texts in comments.items() if texts},
    )


def _lying(found: Iterable[int]) -> Lying | None:
    places = sorted(found)
    if len(places) < FEWEST:
        return None
    quarter = (len(places) - 1) // 4
    # Half of a quarter is rounded up, whatever Python's round() thinks of even numbers.
    middle = int(sum(places) * 2 / len(places) + 0.5) / 2
    return Lying(middle=middle, low=places[quarter], high=places[-1 - quarter])


def seen_differently(picture: Picture) -> list[int]:
    """Give the pairs on which staff and those with lived experience lie furthest apart, at most three.

    An offer of where a talk may begin. Which end is whose does not matter.
    """
    both = [picture.get(group) for group in (Group.STAFF, Group.LIVED_EXPERIENCE)]
    staff, lived = ({} if each is None else each.lies for each in both)
    apart = {pair: abs(staff[pair].middle - lived[pair].middle) for pair in staff if pair in lived}
    far = sorted((pair for pair in apart if apart[pair] >= APART), key=lambda pair: (-apart[pair], pair))
    return far[:MOST_APART]


def over_time(pictures: Sequence[Picture]) -> dict[Group, dict[int, list[float | None]]]:
    """Give each group's middles from wave to wave, for groups that may be told of in two of them or more."""
    found: dict[Group, dict[int, list[float | None]]] = {}
    for group in Group:
        told = [picture.get(group) for picture in pictures]
        if sum(each is not None for each in told) < 2:  # noqa: PLR2004 - one wave alone is no change
            continue
        found[group] = {
            pair: [None if each is None or pair not in each.lies else each.lies[pair].middle for each in told]
            for pair in range(1, PAIRS + 1)
        }
    return found
