"""The words of the demonstration, and real people's words for rehearsals."""

from __future__ import annotations

import csv
from pathlib import Path

from cafe.simulator.script import Line, Texts, TopicTexts

DATA = Path(__file__).parent / "data"


def demo_texts() -> Texts:
    """Give what the people of the demonstration say, topic by topic."""
    return Texts.model_validate_json((DATA / "texts.json").read_text(encoding="utf-8"))


def voices() -> Texts:
    """Give what residents of Bowling Green wrote in a consultation: text of real length and spelling."""
    with (DATA / "voices-bowling-green.csv").open(encoding="utf-8", newline="") as file:
        lines = tuple(Line(text=row["text"]) for row in csv.DictReader(file) if row["text"].strip())
    return Texts(topics=(TopicTexts(notes=lines),))
