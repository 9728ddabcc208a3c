"""From what a search for themes answers to proposals, as they are laid out. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

THEME, DUPLICATES, DIFFERENT = "theme", "duplicates", "different"
FEWEST = 2  # notes of a theme or of near-duplicates


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What of a note decides with which others it can be read as one."""

    topic_id: str | None
    bundle_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A proposal that nobody has answered yet."""

    kind: str
    note_ids: Sequence[str]
    position: int
    title: str = ""
    words: Sequence[str] = ()
    closeness: float | None = None


def drafts(found: Mapping[str, Any], notes: Mapping[str, Standing]) -> Iterator[Draft]:
    """Give the proposals in an answer; of notes only those that are still there."""
    for position, theme in enumerate(found.get("themes", ())):
        there = [note for note in theme["note_ids"] if note in notes]
        if len(there) >= FEWEST:
            yield Draft(
                kind=THEME,
                note_ids=there,
                position=position,
                title=theme["title"],
                words=theme["words"],
                closeness=theme["closeness"],
            )
    for position, (same, closeness) in enumerate(_same(found.get("duplicates", ()), notes)):
        yield Draft(kind=DUPLICATES, note_ids=same, position=position, closeness=closeness)
    different = [note for note in found.get("different", ()) if note in notes]
    if different:
        yield Draft(kind=DIFFERENT, note_ids=different, position=0)


def _same(
    duplicates: Sequence[Mapping[str, Any]], notes: Mapping[str, Standing]
) -> Iterator[tuple[list[str], float]]:
    """Give near-duplicates topic by topic, since only notes of one topic can be read as one.

    What is read as one already is not proposed again.
    """
    for each in duplicates:
        by_topic: dict[str | None, list[str]] = defaultdict(list)
        for note in each["note_ids"]:
            if note in notes:
                by_topic[notes[note].topic_id].append(note)
        for same in by_topic.values():
            bundles = {notes[note].bundle_id for note in same}
            if len(same) >= FEWEST and (len(bundles) > 1 or bundles == {None}):
                yield same, each["closeness"]
