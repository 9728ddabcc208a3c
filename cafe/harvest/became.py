"""What became of what was said: from each note forward, as it was published. Pure.

For what is not published yet, static/js/conclusions/became.js says the same from the rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cafe.harvest.report.facts import ReportConclusion, ReportFacts, ReportNote, ReportTheme, ReportTopic
from cafe.harvest.rules import cited


@dataclass(frozen=True, kw_only=True)
class End:
    """A conclusion that a note has come to: cited in its text, or by way of themes."""

    conclusion: ReportConclusion
    is_cited: bool
    themes: tuple[ReportTheme, ...]


@dataclass(frozen=True, kw_only=True)
class Path:
    """The way of one note. `themes` are those that lead on to no conclusion."""

    note: ReportNote
    ends: tuple[End, ...]
    themes: tuple[ReportTheme, ...]
    topics: tuple[ReportTopic, ...]
    in_introduction: bool

    @property
    def passed(self) -> tuple[ReportTheme, ...]:
        """Give every theme the note is under, each once, whether or not it leads on."""
        every = [theme for end in self.ends for theme in end.themes]
        return tuple({theme.id: theme for theme in (*every, *self.themes)}.values())

    @property
    def is_used(self) -> bool:
        """Tell whether a conclusion or a summary rests on it."""
        return bool(self.ends or self.topics or self.in_introduction)


@dataclass(frozen=True, kw_only=True)
class RoundAtTable:
    """What a table said in a round, and what became of it; without paths it wrote nothing."""

    round: int
    topic: ReportTopic | None
    paths: tuple[Path, ...]


def paths_of(facts: ReportFacts) -> list[Path]:
    """Give the way of every note, in the order of the notes."""
    by_citing: dict[str, list[str]] = defaultdict(list)
    for conclusion in facts.conclusions:
        for note_id in cited(conclusion.text):
            by_citing[note_id].append(conclusion.id)
    themes: dict[str, list[ReportTheme]] = defaultdict(list)
    for theme in facts.themes:
        for note_id in theme.note_ids:
            themes[note_id].append(theme)
    in_topics = {topic.id: set(cited(topic.text)) for topic in facts.topics}
    opening = set(cited(facts.introduction))
    return [
        _path(facts, note, set(by_citing[note.id]), themes[note.id], in_topics, note.id in opening)
        for note in facts.notes
    ]


def _path(
    facts: ReportFacts,
    note: ReportNote,
    citing: set[str],
    themes: list[ReportTheme],
    in_topics: dict[str, set[str]],
    in_introduction: bool,  # noqa: FBT001 - private, and named where it is given
) -> Path:
    ends = []
    led_on: set[str] = set()
    for conclusion in facts.conclusions:
        through = tuple(theme for theme in themes if theme.id in conclusion.theme_ids)
        led_on.update(theme.id for theme in through)
        if through or conclusion.id in citing:
            ends.append(End(conclusion=conclusion, is_cited=conclusion.id in citing, themes=through))
    return Path(
        note=note,
        ends=tuple(ends),
        themes=tuple(theme for theme in themes if theme.id not in led_on),
        topics=tuple(topic for topic in facts.topics if note.id in in_topics[topic.id]),
        in_introduction=in_introduction,
    )


def tables_of(facts: ReportFacts) -> dict[int, list[RoundAtTable]]:
    """Give what became of what was said, by table and round; a round without notes is there and empty."""
    paths: dict[tuple[int, int], list[Path]] = defaultdict(list)
    for path in paths_of(facts):
        paths[path.note.table, path.note.round].append(path)
    places = sorted({*paths, *((empty.table, empty.round) for empty in facts.empty)})
    tables: dict[int, list[RoundAtTable]] = defaultdict(list)
    for table, number in places:
        own = tuple(paths[table, number])
        tables[table].append(RoundAtTable(round=number, topic=_topic_of(facts, own), paths=own))
    return dict(tables)


def _topic_of(facts: ReportFacts, paths: Iterable[Path]) -> ReportTopic | None:
    topic_id = next((path.note.topic_id for path in paths), None)
    return next((topic for topic in facts.topics if topic.id == topic_id), None)
