"""One number for each note in the whole report, so that a mark in a text leads to the note on paper too."""

from __future__ import annotations

from collections import defaultdict

from flask_babel import gettext

from cafe.harvest.report.blocks import Voice
from cafe.harvest.report.facts import ReportConclusion, ReportFacts, ReportTheme
from cafe.harvest.report.words import said_origin


class Numbering:
    """The notes by number, in the order of the annex: by table, round and place among the notes."""

    def __init__(self, facts: ReportFacts) -> None:
        self.numbers = {note.id: number for number, note in enumerate(facts.notes, start=1)}
        self.notes = {note.id: note for note in facts.notes}
        self._conclusions: dict[str, list[ReportConclusion]] = defaultdict(list)
        for conclusion in facts.conclusions:
            for note_id in dict.fromkeys(conclusion.note_ids):
                self._conclusions[note_id].append(conclusion)
        self._themes: dict[str, list[ReportTheme]] = defaultdict(list)
        for theme in facts.themes:
            for note_id in theme.note_ids:
                self._themes[note_id].append(theme)

    def voice(self, note_id: str, *, in_annex: bool = False) -> Voice:
        """Give a note as a quotation; in the annex with what became of it on the board."""
        note = self.notes[note_id]
        more: list[str] = []
        rests = self._conclusions.get(note_id, []) if in_annex else []
        themes = self._themes.get(note_id, []) if in_annex else []
        if in_annex and note.left_out:
            more.append(
                gettext("Left out of the conclusions: %(reason)s", reason=note.reason)
                if note.reason
                else gettext("Left out of the conclusions.")
            )
        return Voice(
            id=note.id,
            number=self.numbers[note_id],
            text=note.text,
            origin=said_origin(note, place=not in_annex),
            important=note.important,
            more=tuple(more),
            under=tuple((f"theme-{theme.id}", theme.title) for theme in themes),
            leads_to=tuple((f"conclusion-{conclusion.id}", conclusion.title) for conclusion in rests),
        )
