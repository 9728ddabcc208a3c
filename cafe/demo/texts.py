"""The words of the demonstration, and real people's words for rehearsals."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from cafe.simulator.script import Line, Texts, TopicTexts

DATA = Path(__file__).parent / "data"


# Statements about these come near what the demonstration talks about.
NEAR = re.compile(r"\bmental\b|addict|opioid|\bdrug|rehab|treatment|health ?care|disabilit", re.IGNORECASE)
VOICES_A_TOPIC = 16


def demo_texts() -> Texts:
    """Give what the people of the demonstration say, topic by topic.

    Between our own notes stand real people's statements, noted as quotes, so that a newcomer also sees
    the length, the spelling and the tone of text that nobody has polished.
    """
    own = Texts.model_validate_json((DATA / "texts.json").read_text(encoding="utf-8"))
    near = [line for line in voices().topics[0].notes if NEAR.search(line.text)]
    topics = tuple(
        topic.model_copy(update={"notes": topic.notes + _quotes(near, place, len(own.topics))})
        for place, topic in enumerate(own.topics)
    )
    return own.model_copy(update={"topics": topics})


def _quotes(near: list[Line], place: int, topics: int) -> tuple[Line, ...]:
    chosen = near[place::topics][:VOICES_A_TOPIC]
    return tuple(line.model_copy(update={"kind": "quote"}) for line in chosen)


def voices() -> Texts:
    """Give what residents of Bowling Green wrote in a consultation: text of real length and spelling."""
    with (DATA / "voices-bowling-green.csv").open(encoding="utf-8", newline="") as file:
        lines = tuple(Line(text=row["text"]) for row in csv.DictReader(file) if row["text"].strip())
    return Texts(topics=(TopicTexts(notes=lines),))
