"""Steps: every change on the board is written down with what was before and after, and can be taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.queries.roles import attendee_of
from cafe.harvest.model import BoardStep, Bundle, Placement, Slip, Suggestion, Theme
from cafe.live.model import LiveRow
from cafe.people.model import User

Facts = dict[str, Any]
MODELS: dict[str, type[LiveRow]] = {
    "theme": Theme,
    "placement": Placement,
    "bundle": Bundle,
    "slip": Slip,
    "suggestion": Suggestion,
}
NAMES = {model: name for name, model in MODELS.items()}
# The road's own, and what is the same for all rows of a session.
NOT_FACTS = {"id", "seq", "rooms", "stream_id", "session_id"}


def facts_of(row: LiveRow) -> Facts:
    """Give all that a row says, as it is written down."""
    columns = inspect(type(row)).column_attrs
    return {column.key: getattr(row, column.key) for column in columns if column.key not in NOT_FACTS}


def _whole(model: type[LiveRow], given: Facts) -> Facts:
    """Give what a new row says, with the columns' own values where none is given."""
    whole = {}
    for column in inspect(model).column_attrs:
        default: Any = column.columns[0].default
        if column.key not in NOT_FACTS:
            whole[column.key] = given.get(column.key, default.arg if default is not None else None)
    return whole


class Changes:
    """What one step changes. Each row is changed once."""

    def __init__(self, session: Session, session_id: str) -> None:
        self.session = session
        self.session_id = session_id
        self.written: list[Facts] = []

    def __bool__(self) -> bool:
        """Tell whether anything has changed."""
        return bool(self.written)

    def add(self, model: type[LiveRow], row_id: str, **facts: Any) -> None:
        """Make a row."""
        own = {"id": row_id, "stream_id": self.session_id, "session_id": self.session_id}
        self.session.add(model(**own, **facts))
        self._write(model, row_id, None, _whole(model, facts))

    def change(self, row: LiveRow, **facts: Any) -> None:
        """Set facts of a row; those that are so already are left."""
        before = {name: getattr(row, name) for name, value in facts.items() if getattr(row, name) != value}
        if before:
            after = {name: facts[name] for name in before}
            for name, value in after.items():
                setattr(row, name, value)
            self._write(type(row), row.id, before, after)

    def delete(self, row: LiveRow) -> None:
        """Take a row away."""
        self._write(type(row), row.id, facts_of(row), None)
        self.session.delete(row)

    def _write(self, model: type[LiveRow], row_id: str, before: Facts | None, after: Facts | None) -> None:
        self.written.append({"table": NAMES[model], "id": row_id, "before": before, "after": after})


def write_step(  # noqa: PLR0913 - what a step says of itself
    changes: Changes,
    actor: Actor,
    step_id: str,
    now: int,
    kind: str,
    details: Facts,
    *,
    undoes: str | None = None,
    topic_id: str | None = None,
    by_hosts: bool = False,
) -> BoardStep | None:
    """Write down what was done, later than any step before; nothing where nothing has changed."""
    if not changes:
        return None
    session, session_id = changes.session, changes.session_id
    last = session.scalar(select(func.max(BoardStep.at)).where(BoardStep.session_id == session_id)) or 0
    step = BoardStep(
        id=step_id,
        stream_id=session_id,
        session_id=session_id,
        topic_id=topic_id,
        at=max(now, last + 1),
        author=_name_of(session, actor, session_id),
        kind=kind,
        details=details,
        changes=changes.written,
        undone=False,
        undoes=undoes,
        by_hosts=by_hosts,
    )
    session.add(step)
    return step


def _name_of(session: Session, actor: Actor, session_id: str) -> str:
    user = session.get(User, actor.user_id) if actor.user_id else None
    if user is not None:
        return user.name
    attendee = attendee_of(session, actor, session_id)
    return attendee.display_name if attendee is not None else ""
