"""The export for reading: Markdown. Pure.

What people wrote stands between fences that are longer than any row of backticks in it, so that no text can
break out, and it can be taken out again exactly. Titles stand in headings, with their special signs escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from cafe.harvest.record import NoteFacts, PlaceFacts, SessionRecord

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$:\"'=^@])")
_BACKTICKS = re.compile(r"`+")


def as_markdown(record: SessionRecord, invented: str = "") -> bytes:
    """Give everything as one Markdown document in UTF-8, under what an example says of itself."""
    top = [f"{escaped(invented)}\n"] if invented else []
    parts = (_opening, _topics, _come_to, _rounds, _bin)
    return "\n".join([*top, *(line for part in parts for line in part(record)), ""]).encode()


def escaped(title: str) -> str:
    """Give a title as it stands in a heading."""
    line = _SPECIAL.sub(r"\\\1", title)
    return line.replace("\n", "&#10;").replace("\r", "&#13;")


def fenced(text: str, kind: str = "text") -> str:
    """Put a text between fences that nothing in it can close."""
    longest = max((len(row) for row in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text}\n{fence}"


def _opening(record: SessionRecord) -> Iterator[str]:
    facts = record.session
    yield f"# {escaped(facts.title)}\n"
    yield f"- Gathering: {escaped(facts.gathering)}"
    yield f"- Network: {escaped(facts.network)}"
    if facts.place:
        yield f"- Place: {escaped(facts.place)}"
    if facts.starts_on:
        yield f"- Date: {facts.starts_on}{f' to {facts.ends_on}' if facts.ends_on else ''}"
    yield f"- Mode: {facts.mode}"
    yield f"- Phase: {facts.phase}, round {facts.round} of {len(record.rounds)}"
    yield f"- Notes: {len(record.notes)}, in the bin: {len(record.binned_notes)}"
    if record.ideas_waiting:
        yield f"- Anonymous thoughts that still wait to be shuffled: {record.ideas_waiting}"
    yield "\nTexts between fences are exactly as they were written. Names of people are left out.\n"
    if facts.question:
        yield fenced(facts.question) + "\n"
    page = record.publication
    if page is not None:
        state = "taken down" if page.taken_down else f"published at /published/{page.slug}"
        yield f"Edition {page.edition} of {_time(page.at)}, {state}: {escaped(page.title)}\n"


def _topics(record: SessionRecord) -> Iterator[str]:
    consolidated = {text.topic: text for text in record.consolidated}
    if None in consolidated:
        yield "## Introduction\n"
        yield from _consolidated(consolidated[None].text, approved=consolidated[None].approved)
    for topic in record.topics:
        yield f"## Topic {topic.letter}: {escaped(topic.title)}\n"
        if topic.question:
            yield fenced(topic.question) + "\n"
        if topic.letter in consolidated:
            text = consolidated[topic.letter]
            yield from _consolidated(text.text, approved=text.approved)


def _consolidated(text: str, *, approved: bool) -> Iterator[str]:
    yield f"Consolidated summary, {'approved' if approved else 'draft'}:\n"
    yield fenced(text, "markdown") + "\n"


def _come_to(record: SessionRecord) -> Iterator[str]:
    facts = record.harvest
    for each in facts.conclusions:
        yield f"## Conclusion: {escaped(each.title)}\n"
        yield fenced(each.text, "markdown") + "\n"
    for theme in facts.themes:
        yield f"## Theme: {escaped(theme.title)}\n"
        yield f"Notes: {' '.join(theme.note_ids) or 'none'}\n"
    for ballot in facts.ballots:
        yield f"## Vote of {ballot.people}: {escaped(ballot.question)}\n"
        yield "\n".join(f"- {choice.dots}: {escaped(choice.title)}" for choice in ballot.choices) + "\n"
    for step in facts.next_steps:
        yield f"## Next step ({escaped(step.who)}, {escaped(step.by_when)})\n"
        yield fenced(step.text) + "\n"


def _rounds(record: SessionRecord) -> Iterator[str]:
    for round_ in record.rounds:
        yield f"## Round {round_.number} ({round_.minutes} minutes)\n"
        if round_.question:
            yield fenced(round_.question) + "\n"
        for place in record.table_rounds:
            if place.round == round_.number:
                yield from _place(record, place)


def _place(record: SessionRecord, place: PlaceFacts) -> Iterator[str]:
    topic = f", topic {place.topic}" if place.topic else ""
    notes = [note for note in record.notes if note.table_round_id == place.id]
    if not notes:
        yield f"### Table {place.table}: no notes in round {place.round}{topic}\n"
    else:
        yield f"### Table {place.table}, round {place.round}{topic}\n"
    if place.question:
        yield fenced(place.question) + "\n"
    for summary in record.summaries:
        if summary.table_round_id == place.id:
            yield f"Summary, {summary.state} (yes {summary.yes}, change {summary.change}):\n"
            yield fenced(summary.text) + "\n"
    for note in notes:
        yield from _note(note)


def _bin(record: SessionRecord) -> Iterator[str]:
    if record.binned_notes:
        yield "## In the bin\n"
    for note in record.binned_notes:
        yield f"Table {note.table}, round {note.round}{f', topic {note.topic}' if note.topic else ''}\n"
        yield from _note(note)


def _note(note: NoteFacts) -> Iterator[str]:
    at = _time(note.at) if note.at is not None else "time not kept"
    yield f"Note {note.id} · {note.kind} · {note.source} · {note.origin} · {at}\n"
    yield fenced(note.text) + "\n"


def _time(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
