"""Words for what stands in a report, in the reader's language."""

from __future__ import annotations

from flask_babel import gettext, ngettext

from cafe.harvest.report.facts import ReportNote
from cafe.harvest.report.rests_on import Ground
from cafe.i18n import lazy

KINDS = {
    "insight": lazy("insight"),
    "idea": lazy("idea"),
    "question": lazy("question"),
    "action": lazy("action"),
    "quote": lazy("quote"),
}
SOURCES = {
    "professional": lazy("professional experience"),
    "lived_experience": lazy("lived experience"),
    "relative": lazy("a relative's experience"),
    "unspecified": lazy("source not given"),
}
ORIGINS = {"phone": lazy("from a phone"), "paper": lazy("from paper")}


def said_origin(note: ReportNote, *, place: bool = True) -> str:
    """Say where a note comes from, in one line; without `place` where table and round stand above it."""
    words = [gettext("Table %(table)s, round %(round)s", table=note.table, round=note.round)] if place else []
    words.append(str(KINDS.get(note.kind, note.kind)))
    if note.source != "unspecified":
        words.append(str(SOURCES.get(note.source, note.source)))
    if note.origin in ORIGINS:
        words.append(str(ORIGINS[note.origin]))
    if note.late:
        words.append(gettext("came late"))
    return " · ".join(words)


def said_ground(ground: Ground) -> str:
    """Say how widely something was said: notes, tables, rounds, and the sources of knowledge side by side."""
    if not ground.notes:
        return str(gettext("No note is named for this yet."))
    count, tables, rounds = len(ground.notes), len(ground.tables), len(ground.rounds)
    said = [
        ngettext("Rests on %(num)s note", "Rests on %(num)s notes", count),
        ngettext("from %(num)s table", "from %(num)s tables", tables),
        ngettext("in %(num)s round", "in %(num)s rounds", rounds),
    ]
    return f"{' '.join(said)} ({said_sources(ground)})."


def said_sources(ground: Ground) -> str:
    """Name the sources of knowledge with how many notes each has, in a fixed order that ranks none."""
    return ", ".join(f"{SOURCES[source]}: {count}" for source, count in ground.sources)
