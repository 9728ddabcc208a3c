"""The texts that a note or a summary has had, for those who may change it."""

from __future__ import annotations

from dataclasses import asdict

from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.queries.texts import PastText, note_history, summary_history
from cafe.dialogue.views.blueprint import dialogue


def as_answer(texts: list[PastText]) -> ResponseReturnValue:
    """Answer with past texts, the newest first."""
    return {"texts": [asdict(past) for past in texts]}, {"Cache-Control": "no-store"}


@dialogue.get("/cafe/<session_id>/notes/<note_id>/history")
def earlier_note_texts(session_id: str, note_id: str) -> ResponseReturnValue:  # noqa: ARG001 - it says who may ask
    """Give the texts that a note has had."""
    with db.sessionmaker() as session:
        return as_answer(note_history(session, note_id))


@dialogue.get("/cafe/<session_id>/summaries/<table_round_id>/history")
def earlier_summary_texts(session_id: str, table_round_id: str) -> ResponseReturnValue:  # noqa: ARG001 - the same
    """Give the texts that the summary of a table's round has had."""
    with db.sessionmaker() as session:
        return as_answer(summary_history(session, table_round_id))
