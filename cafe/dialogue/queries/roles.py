"""Which roles an actor has towards a session, a table in it, or a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import finds_roles
from cafe.dialogue.model import Attendee, CafeSession, CafeTable, Note, TableRound
from cafe.errors import NotFound
from cafe.gatherings.queries import organises


@finds_roles("session_id")
def roles_in_session(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `session_id` and, where one is named, its table, table round or note.

    Raises NotFound when the session does not exist or the table or note is not part of it.
    """
    cafe = session.get(CafeSession, target["session_id"])
    if cafe is None:
        raise NotFound
    roles = set()
    if actor.user_id and organises(session, actor.user_id, cafe.gathering_id):
        roles.add(Role.ORGANISER)
    if cafe.id in actor.wall_of:
        roles.add(Role.WALL)
    table_id = _table_of(session, target)
    attendee = attendee_of(session, actor, cafe.id)
    if attendee is not None:
        roles.add(Role.GUEST)
        if table_id is not None and hosts_table(session, attendee.id, table_id):
            roles.add(Role.HOST)
    return frozenset(roles)


def attendee_of(session: Session, actor: Actor, session_id: str) -> Attendee | None:
    """Give the actor's place in a session, or None."""
    if not actor.participant_ids:
        return None
    query = select(Attendee).where(
        Attendee.session_id == session_id, Attendee.participant_id.in_(actor.participant_ids)
    )
    return session.scalars(query).first()


def hosts_table(session: Session, attendee_id: str, table_id: str) -> bool:
    """Tell whether somebody hosts or co-hosts a table in any round."""
    query = select(
        exists().where(
            TableRound.table_id == table_id,
            or_(TableRound.host_id == attendee_id, TableRound.cohost_id == attendee_id),
        )
    )
    return bool(session.scalar(query))


def tables_hosted(session: Session, attendee_id: str) -> list[CafeTable]:
    """Give the tables somebody hosts or co-hosts in any round, by number."""
    rounds = select(TableRound.table_id).where(
        or_(TableRound.host_id == attendee_id, TableRound.cohost_id == attendee_id)
    )
    return list(session.scalars(select(CafeTable).where(CafeTable.id.in_(rounds)).order_by(CafeTable.number)))


def _table_of(session: Session, target: Mapping[str, Any]) -> str | None:
    session_id = target["session_id"]
    note = session.get(Note, target["note_id"]) if target.get("note_id") else None
    if note is not None:
        return _of_session(note, session_id).table_round.table_id
    if target.get("table_round_id") is not None:
        table_round = session.get(TableRound, target["table_round_id"])
        return _of_session(table_round, session_id).table_id
    if target.get("table_id") is not None:
        return _of_session(session.get(CafeTable, target["table_id"]), session_id).id
    return None


InSession = TypeVar("InSession", Note, TableRound, CafeTable)


def _of_session(row: InSession | None, session_id: str) -> InSession:
    if row is None or row.session_id != session_id:
        raise NotFound
    return row
