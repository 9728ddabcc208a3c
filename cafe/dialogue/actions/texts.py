"""A text that several change: what an edit started from, how the two meet, and what is kept of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.dialogue.merging import merged
from cafe.dialogue.model import TextVersion
from cafe.errors import BadInput


class Text(Protocol):
    """Anything with a text, a count of the texts it has had, and the mark that two have met."""

    id: Any
    text: Any
    version: Any
    changed_by_both: Any


@dataclass(frozen=True, kw_only=True)
class Edit:
    """An edit as it was sent. It started from the first of `based_on` that has come, else `base_version`."""

    command_id: str
    base_version: int
    text: str
    based_on: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What came of an edit: whether the text is another now, and whether two edits have met in it."""

    text: bool
    both: bool


def change(
    session: Session, row: Text, versions: type[TextVersion], edit: Edit, now: int, **more: object
) -> Changed:
    """Let an edit meet the text as it stands; both stay in the history. Raises BadInput.

    `row` must be in the database. `more` are further columns of the version.
    """
    if not 0 <= edit.base_version <= row.version:
        raise BadInput(field="base_version")
    result = merged(_base(session, row, versions, edit), row.text, edit.text)
    is_other = result.text != row.text
    if is_other:
        row.version += 1
        row.text = result.text
        row.changed_by_both = result.both
    version: dict[str, object] = {
        versions.owner: row.id,
        "command_id": edit.command_id,
        "version": row.version,
        "text": edit.text,
        "merged_text": row.text,
        "at": now,
    }
    session.flush()
    session.add(versions(**version, **more))
    return Changed(text=is_other, both=result.both)


def _base(session: Session, row: Text, versions: type[TextVersion], edit: Edit) -> str:
    owned = getattr(versions, versions.owner) == row.id
    if edit.based_on:
        query = select(versions.command_id, versions.text).where(
            owned, versions.command_id.in_(edit.based_on)
        )
        sent = {known.command_id: known.text for known in session.execute(query)}
        newest: str | None = next((sent[key] for key in edit.based_on if key in sent), None)
        if newest is not None:
            return newest
    if edit.base_version == row.version:
        text: str = row.text
        return text
    at_version = select(versions.merged_text).where(owned, versions.version == edit.base_version)
    return session.scalars(at_version).first() or ""
