"""Every text that publishing shows, with where it stands, for those who read it through before. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from cafe.harvest.delicate import Names, Passage, passages_in
from cafe.harvest.report.facts import ReportFacts


@dataclass(frozen=True, kw_only=True)
class PublishedText:
    """A text that will be read. `what` says what it is and `id` which one; a note has its table and round."""

    what: str
    id: str
    text: str
    table: int | None = None
    round: int | None = None


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A passage to look at, in the text it stands in. Its id is another one when its sentence is."""

    id: str
    where: PublishedText
    passage: Passage


def published_texts(facts: ReportFacts) -> Iterator[PublishedText]:
    """Give every text somebody wrote, the conclusions first and the notes last."""
    yield from _came_to(facts)
    yield from _put_together(facts)
    yield from _said(facts)


def _came_to(facts: ReportFacts) -> Iterator[PublishedText]:
    for conclusion in facts.conclusions:
        yield PublishedText(
            what="conclusion", id=conclusion.id, text=f"{conclusion.title}\n{conclusion.text}"
        )
    for number, step in enumerate(facts.next_steps):
        text = f"{step.text}\n{step.who}\n{step.by_when}"
        yield PublishedText(what="next_step", id=f"{step.conclusion_id}-{number}", text=text)


def _put_together(facts: ReportFacts) -> Iterator[PublishedText]:
    if facts.introduction:
        yield PublishedText(what="introduction", id="introduction", text=facts.introduction)
    for topic in facts.topics:
        yield PublishedText(what="named", id=topic.id, text=f"{topic.title}\n{topic.question}")
        if topic.text:
            yield PublishedText(what="topic", id=topic.id, text=topic.text)
    for theme in facts.themes:
        yield PublishedText(what="theme", id=theme.id, text=theme.title)
    for number, ballot in enumerate(facts.ballots):
        # A theme keeps the name here that it had when the vote was opened.
        titles = "\n".join(choice.title for choice in ballot.choices)
        yield PublishedText(what="vote", id=str(number), text=f"{ballot.question}\n{titles}")
    for bundle in facts.bundles:
        yield PublishedText(what="bundle", id=bundle.id, text=bundle.text)


def _said(facts: ReportFacts) -> Iterator[PublishedText]:
    for summary in facts.summaries:
        yield PublishedText(
            what="summary",
            id=f"{summary.table}-{summary.round}",
            text=summary.text,
            table=summary.table,
            round=summary.round,
        )
    for note in facts.notes:
        yield PublishedText(what="note", id=note.id, text=note.text, table=note.table, round=note.round)
        if note.left_out and note.reason:
            yield PublishedText(
                what="reason", id=note.id, text=note.reason, table=note.table, round=note.round
            )


def marks_in(text: PublishedText, names: Names, stream: str) -> list[Mark]:
    """Give the passages of one text to look at. `stream` tells the texts of sessions apart."""
    return [
        Mark(id=_id(stream, text, passage), where=text, passage=passage)
        for passage in passages_in(text.text, names)
    ]


def _id(stream: str, text: PublishedText, passage: Passage) -> str:
    about = f"{stream}\n{text.what}\n{text.id}\n{passage.kind}\n{passage.text}\n{passage.sentence}"
    return hashlib.sha256(about.encode()).hexdigest()[:24]
