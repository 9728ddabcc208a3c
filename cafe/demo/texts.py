"""The words of the demonstration, and real people's words for rehearsals."""

from __future__ import annotations

import csv
from pathlib import Path

from cafe.dialogue.commands.table import NoteKind
from cafe.simulator.script import Line, Texts, TopicTexts

DATA = Path(__file__).parent / "data"
# Real people's statements that fit what the demonstration talks about, chosen by hand: newcomers should not
# read what somebody wrote in anger somewhere else.
FITTING = ("10", "739", "34", "752", "43", "645", "336", "500", "11")


def demo_texts() -> Texts:
    """Give what the people of the demonstration say, topic by topic.

    Between our own notes stand a few real people's statements, noted as quotes, so that a newcomer also sees
    text that nobody has polished.
    """
    own = Texts.model_validate_json((DATA / "texts.json").read_text(encoding="utf-8"))
    said = _statements()
    quotes = [Line(text=said[number], kind=NoteKind.QUOTE) for number in FITTING]
    topics = tuple(
        topic.model_copy(update={"notes": topic.notes + tuple(quotes[place :: len(own.topics)])})
        for place, topic in enumerate(own.topics)
    )
    return own.model_copy(update={"topics": topics})


def voices() -> Texts:
    """Give what residents of Bowling Green wrote in a consultation: text of real length and spelling."""
    lines = tuple(Line(text=text) for text in _statements().values() if text.strip())
    return Texts(topics=(TopicTexts(notes=lines),))


def _statements() -> dict[str, str]:
    with (DATA / "voices-bowling-green.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["text"] for row in csv.DictReader(file)}
