"""The annex: everything that was written, by table and round; a table that wrote nothing is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from flask_babel import gettext

from cafe.harvest.report.blocks import Block, Handover, Heading, Voices, Words
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.numbering import Numbering

Place = tuple[int, int]


def annex_of(facts: ReportFacts, numbering: Numbering) -> Iterator[Block]:
    """Give all notes and what the tables handed over, by table and round."""
    yield Heading(text=gettext("All notes, by table and round"), level=2, anchor="notes")
    yield Words(text=gettext("Each note stands as it was written. No names are kept with them."), quiet=True)
    notes: dict[Place, list[str]] = defaultdict(list)
    for note in facts.notes:
        notes[note.table, note.round].append(note.id)
    handed = {(summary.table, summary.round): summary.text for summary in facts.summaries}
    empty = {(place.table, place.round) for place in facts.empty}
    table = 0
    for place in sorted({*notes, *handed, *empty}):
        if place[0] != table:
            table = place[0]
            yield Heading(text=gettext("Table %(number)s", number=table), level=3, anchor=f"table-{table}")
        round_words = gettext("Round %(round)s", round=place[1])
        yield Heading(text=round_words, level=4, anchor=f"table-{table}-round-{place[1]}")
        if place in handed:
            yield Handover(text=handed[place])
        if place in empty:
            yield Words(
                text=gettext("Table %(table)s: no notes in round %(round)s.", table=table, round=place[1])
            )
        if notes[place]:
            voices = tuple(numbering.voice(note_id, in_annex=True) for note_id in notes[place])
            yield Voices(label=round_words, voices=voices, all_notes=True)
    yield from _bundles(facts, numbering)


def _bundles(facts: ReportFacts, numbering: Numbering) -> Iterator[Block]:
    if not facts.bundles:
        return
    yield Heading(text=gettext("Notes read as one"), level=3, anchor="bundles")
    for bundle in facts.bundles:
        members = [str(numbering.numbers[note.id]) for note in facts.notes if note.bundle_id == bundle.id]
        yield Handover(text=bundle.text)
        yield Words(text=gettext("Notes %(numbers)s.", numbers=", ".join(members)), quiet=True)
