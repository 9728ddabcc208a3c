"""The words of a simulation, dealt out: nothing is said twice before everything has been said once."""

from __future__ import annotations

import random
from collections import defaultdict

from cafe.simulator.script import Line, Texts, TopicTexts


class Supply:
    """What is left to say."""

    def __init__(self, texts: Texts, chance: random.Random) -> None:
        self._texts, self._chance = texts, chance
        self._left: dict[tuple[str, int], list[Line | str]] = defaultdict(list)

    def topic(self, position: int) -> TopicTexts:
        """Give the words about a topic, by its place in the list."""
        return self._texts.topics[position % len(self._texts.topics)]

    def note(self, position: int) -> Line:
        """Give a note about a topic."""
        line = self._dealt("note", position, self.topic(position).notes)
        return line if isinstance(line, Line) else Line(text=line)

    def idea(self, position: int) -> Line:
        """Give an idea about a topic."""
        line = self._dealt("idea", position, self.topic(position).ideas or self.topic(position).notes)
        return line if isinstance(line, Line) else Line(text=line)

    def summary(self, position: int) -> str:
        """Give a round's summary."""
        topic = self.topic(position)
        line = self._dealt("summary", position, topic.summaries or topic.notes)
        return (line.text if isinstance(line, Line) else line)[:600]

    def _dealt(self, what: str, position: int, whole: tuple[Line, ...] | tuple[str, ...]) -> Line | str:
        left = self._left[what, position % len(self._texts.topics)]
        if not left:
            left.extend(whole)
            self._chance.shuffle(left)
        return left.pop()
