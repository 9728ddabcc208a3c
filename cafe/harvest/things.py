"""What of a published page may lead on: conclusions, themes, notes and next steps, by kind and id. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.rules import CITATION

CONCLUSION, THEME, NOTE, NEXT_STEP = "conclusion", "theme", "note", "next_step"
LONGEST_LINE = 300
LONGEST_WORDS = 4000


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something that was published: what it is, in one line, and all its words."""

    kind: str
    id: str
    line: str
    words: str


def thing_of(facts: ReportFacts, kind: str, thing_id: str) -> Thing | None:
    """Give a thing as it was published, or None when it was not."""
    match kind:
        case "conclusion":
            found = (conclusion_as_thing(each.id, each.title, each.text) for each in facts.conclusions)
            return next((thing for thing in found if thing.id == thing_id), None)
        case "theme":
            texts = {theme.id: theme.title for theme in facts.themes}
        case "note":
            texts = {note.id: note.text for note in facts.notes}
        case "next_step":
            texts = {step.id: step.text for step in facts.next_steps if step.id}
        case _:
            return None
    return _thing(kind, thing_id, texts[thing_id]) if thing_id in texts else None


def conclusion_as_thing(conclusion_id: str, title: str, text: str) -> Thing:
    """Give a conclusion as it is read: its title is its line; the marks of what it cites are left out."""
    words = f"{title}\n\n{CITATION.sub('', text)}".strip()
    return Thing(kind=CONCLUSION, id=conclusion_id, line=line_of(title), words=words[:LONGEST_WORDS])


def things_to_take_home(facts: ReportFacts) -> list[Thing]:
    """Give the conclusions and the next steps, in their order."""
    conclusions = [conclusion_as_thing(each.id, each.title, each.text) for each in facts.conclusions]
    steps = [_thing(NEXT_STEP, step.id, step.text) for step in facts.next_steps if step.id]
    return [*conclusions, *steps]


def line_of(words: str) -> str:
    """Give words as one line of at most 300 characters, cut between words."""
    line = re.sub(r"\s+", " ", words).strip()
    if len(line) <= LONGEST_LINE:
        return line
    at = line.rfind(" ", 0, LONGEST_LINE)
    return line[: at if at > 0 else LONGEST_LINE - 1].rstrip(" ,;:–-") + "…"


def _thing(kind: str, thing_id: str, text: str) -> Thing:
    return Thing(kind=kind, id=thing_id, line=line_of(text), words=text[:LONGEST_WORDS])
