"""What is looked at before publishing: is every important note used, and every cited one there? Pure.

As in static/js/conclusions/check.js: change both together.
"""

from __future__ import annotations

from dataclasses import dataclass

from cafe.harvest.report.facts import ReportFacts, ReportNote
from cafe.harvest.rules import cited


@dataclass(frozen=True, kw_only=True)
class Check:
    """What is in the way: important notes nobody has used or left out, citations of notes that are gone."""

    unsettled: tuple[ReportNote, ...]
    missing: tuple[str, ...]


def check(facts: ReportFacts) -> Check:
    """Check what is going to be published."""
    used = notes_used(facts)
    known = {note.id for note in facts.notes}
    return Check(
        unsettled=tuple(
            note for note in facts.notes if note.important and not note.left_out and note.id not in used
        ),
        missing=tuple(note_id for note_id in _cited(facts) if note_id not in known),
    )


def notes_used(facts: ReportFacts) -> set[str]:
    """Give the notes that a text cites or a conclusion rests on, and those that are read as one with them."""
    used = {*_cited(facts), *(note_id for conclusion in facts.conclusions for note_id in conclusion.note_ids)}
    bundles = {note.bundle_id for note in facts.notes if note.id in used and note.bundle_id}
    return used | {note.id for note in facts.notes if note.bundle_id in bundles}


def _cited(facts: ReportFacts) -> list[str]:
    texts = [facts.introduction, *(topic.text for topic in facts.topics)]
    texts += [conclusion.text for conclusion in facts.conclusions]
    return list(dict.fromkeys(note_id for text in texts for note_id in cited(text)))
