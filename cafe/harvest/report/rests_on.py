"""What a conclusion rests on: notes, tables, rounds and sources of knowledge. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cafe.harvest.report.facts import ReportNote


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The notes beneath something, and how widely they were said.

    `sources` counts notes by source of knowledge, in a fixed order that ranks none.
    """

    notes: tuple[ReportNote, ...]
    tables: tuple[int, ...]
    rounds: tuple[int, ...]
    sources: tuple[tuple[str, int], ...]


SOURCES = ("professional", "lived_experience", "relative", "unspecified")


def ground_of(by_id: Mapping[str, ReportNote], note_ids: Iterable[str]) -> Ground:
    """Give the ground of a list of notes; ids of notes that are in the bin are passed over."""
    notes = tuple(by_id[note_id] for note_id in note_ids if note_id in by_id)
    counted = Counter(note.source for note in notes)
    return Ground(
        notes=notes,
        tables=tuple(sorted({note.table for note in notes})),
        rounds=tuple(sorted({note.round for note in notes})),
        sources=tuple((source, counted[source]) for source in SOURCES if counted[source]),
    )
