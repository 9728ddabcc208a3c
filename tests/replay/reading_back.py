"""Reading an export back: which text stands at which table, in which round, about which topic."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass

from cafe.harvest.export_csv import unguarded

PLACE = re.compile(r"### Table (\d+), round (\d+)(?:, topic ([A-Z]))?")
NOTE = re.compile(r"Note (\S+) · .*")
FENCE = re.compile(r"(`{3,})text")
HEADING = re.compile(r"#{1,3} .*")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A note as an export holds it; the text in bytes, so that nothing but the same bytes is equal."""

    text: bytes
    table: int
    round: int
    topic: str


Notes = dict[str, Kept]


def from_json(export: bytes) -> Notes:
    """Read the notes of the JSON export."""
    notes = json.loads(export)["notes"]
    return {
        note["id"]: Kept(
            text=note["text"].encode(), table=note["table"], round=note["round"], topic=note["topic"]
        )
        for note in notes
    }


def from_csv(export: bytes) -> Notes:
    """Read the notes of the CSV export, and check that no cell of it is a formula."""
    found = {}
    for line in csv.DictReader(io.StringIO(export.decode("utf-8-sig"), newline="")):
        live = {
            name
            for name, cell in line.items()
            if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
        }
        assert not live, f"a spreadsheet would run {live} of {line['id']}"
        if line["record"] == "note":
            plain = unguarded(line)
            found[plain["id"]] = Kept(
                text=plain["text"].encode(),
                table=int(plain["table"]),
                round=int(plain["round"]),
                topic=plain["topic"],
            )
    return found


def from_markdown(export: bytes) -> Notes:
    """Read the notes of the Markdown export, by its headings and fences alone."""
    lines = iter(export.decode().split("\n"))
    found: Notes = {}
    place: tuple[int, int, str] | None = None
    note_id = ""
    for line in lines:
        if match := PLACE.fullmatch(line):
            place = (int(match[1]), int(match[2]), match[3] or "")
        elif HEADING.fullmatch(line):
            place = None
        elif match := NOTE.fullmatch(line):
            note_id = match[1]
        elif match := FENCE.fullmatch(line):
            text = "\n".join(iter(lines.__next__, match[1]))
            if place and note_id:
                assert note_id not in found, f"{note_id} stands there twice"
                table, round_number, topic = place
                found[note_id] = Kept(text=text.encode(), table=table, round=round_number, topic=topic)
            note_id = ""
    return found
