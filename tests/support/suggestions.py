"""Suggested themes, looked for on the spot or by a process of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import select

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.harvest.actions.suggestions import note_found
from cafe.harvest.commands.suggestions import SuggestThemes
from cafe.harvest.model import Suggestion, SuggestionRun
from cafe.harvest.suggesting import suggesting
from tests.support.cafe import Hall


@contextmanager
def suggesting_in(app: Flask) -> Iterator[None]:
    """Let this process look for themes as the server does, by processes of their own."""
    suggesting.start(app)
    try:
        yield
    finally:
        suggesting.stop()


def search(hall: Hall, *, key: str = "", **asked_for: Any) -> str:
    """Ask for themes, and give the search's id."""
    key = key or new_key()
    hall.do(SuggestThemes(session_id=hall.session_id, run_id=key, **asked_for))
    return key


def found(hall: Hall, run_id: str, answer: Mapping[str, Any]) -> list[Suggestion]:
    """Let a search have this answer, and give the proposals."""
    with hall.app.app_context(), unit_of_work() as session:
        note_found(session, run_id, dict(answer))
    return proposals(hall)


def proposals(hall: Hall) -> list[Suggestion]:
    """Read the proposals there are, in order."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Suggestion).where(Suggestion.session_id == hall.session_id)
        return list(session.scalars(query.order_by(Suggestion.kind.desc(), Suggestion.position)))


def stored_run(hall: Hall, run_id: str) -> SuggestionRun | None:
    """Read a search."""
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get(SuggestionRun, run_id)


def the_same(hall: Hall, *note_ids: str) -> str:
    """Propose to read notes as one, and give the proposal's id."""
    duplicates = {"note_ids": note_ids, "closeness": 0.9}
    (proposal,) = found(hall, search(hall), {"themes": [], "duplicates": [duplicates], "different": []})
    return proposal.id
