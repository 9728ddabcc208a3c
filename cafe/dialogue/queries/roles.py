"""Which roles an actor has towards a session, a table in it, or a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import finds_roles
from cafe.dialogue.model import Attendee, CafeSession, CafeTable, FormerHost, Note, TableRound
from cafe.dialogue.rules import Phase
from cafe.errors import NotFound
from cafe.gatherings.queries import organises

# Hosts confer when the rounds are over, and still while what they came to is being made ready.
HARVESTED = (Phase.HARVEST, Phase.CLOSED)


@finds_roles("session_id")
def roles_in_session(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `session_id` and, where one is named, its table, table round or note.

    Raises NotFound when the session does not exist or the table or note is not part of it.
    """
    session_id = target["session_id"]
    roles = set()
    attendee = attendee_of(session, actor, session_id)
    if attendee is None or actor.user_id:
        cafe = session.get(CafeSession, session_id)
        if cafe is None:
            raise NotFound
        if actor.user_id and organises(session, actor.user_id, cafe.gathering_id):
            roles.add(Role.ORGANISER)
    if session_id in actor.wall_of:
        roles.add(Role.WALL)
    table = _table_of(session, target)
    if attendee is not None:
        roles.add(Role.GUEST)
        if "topic_id" in target and harvests(session, attendee, target["topic_id"]):
            roles.add(Role.HARVESTER)
        if table is not None:
            roles |= _roles_at(session, attendee, table)
    return frozenset(roles)


_ATTENDEE = select(Attendee).where(
    Attendee.session_id == bindparam("session"),
    Attendee.participant_id.in_(bindparam("participants", expanding=True)),
)


def attendee_of(session: Session, actor: Actor, session_id: str) -> Attendee | None:
    """Give the actor's place in a session, or None; of two, the one whose ticket this browser got last."""
    if not actor.participant_ids:
        return None
    found: dict[tuple[str, tuple[str, ...]], Attendee] = session.info.setdefault("attendees", {})
    wanted = (session_id, actor.participant_ids)
    if wanted not in found:
        parameters = {"session": session_id, "participants": actor.participant_ids}
        with session.no_autoflush:  # who makes an attendee writes it at once; notes may wait
            own = session.scalars(_ATTENDEE, parameters).all()
        if not own:
            return None
        found[wanted] = min(own, key=lambda each: actor.participant_ids.index(each.participant_id))
    return found[wanted]


_ENDED = select(FormerHost.table_id).where(
    FormerHost.table_id == bindparam("table"), FormerHost.attendee_id == bindparam("attendee")
)


def former_host(session: Session, attendee_id: str, table_id: str) -> FormerHost | None:
    """Give when somebody stopped hosting a table; None for who hosts it, or never has."""
    # Asked with every note, and nearly always nobody: without the mapper, which would take most of the time.
    ended = {"table": table_id, "attendee": attendee_id}
    if session.connection().execute(_ENDED, ended).first() is None:
        return None
    with session.no_autoflush:  # who ends somebody's hosting writes it at once; notes may wait
        return session.get(FormerHost, (table_id, attendee_id))


def hosts_table(session: Session, attendee_id: str, table_id: str) -> bool:
    """Tell whether somebody hosts or co-hosts a table in any round, and has not been taken off it."""
    return any(table.id == table_id for table in tables_hosted(session, attendee_id))


def tables_hosted(session: Session, attendee_id: str) -> list[CafeTable]:
    """Give the tables somebody hosts or co-hosts in any round and has not been taken off, by number."""
    rounds = select(TableRound.desk_id).where(
        or_(TableRound.host_id == attendee_id, TableRound.cohost_id == attendee_id)
    )
    query = select(CafeTable).where(CafeTable.id.in_(rounds), CafeTable.id.not_in(_left_by(attendee_id)))
    return list(session.scalars(query.order_by(CafeTable.number)))


def tables_left(session: Session, attendee_id: str) -> list[CafeTable]:
    """Give the tables somebody has hosted and no longer does, by number."""
    query = select(CafeTable).where(CafeTable.id.in_(_left_by(attendee_id)))
    return list(session.scalars(query.order_by(CafeTable.number)))


def topics_hosted(session: Session, attendee_id: str) -> set[str | None]:
    """Give the topics of the tables that somebody hosts or co-hosts in any round; None is no topic."""
    hosting = or_(TableRound.host_id == attendee_id, TableRound.cohost_id == attendee_id)
    query = select(TableRound.topic_id).where(hosting, TableRound.desk_id.not_in(_left_by(attendee_id)))
    return set(session.scalars(query.distinct()))


def harvests(session: Session, attendee: Attendee, topic_id: str | None) -> bool:
    """Tell whether somebody harvests a topic now: they host it, and the rounds are over."""
    phase = session.scalar(select(CafeSession.phase).where(CafeSession.id == attendee.session_id))
    return phase in HARVESTED and topic_id in topics_hosted(session, attendee.id)


def has_hosts(session: Session, session_id: str, topic_id: str | None) -> bool:
    """Tell whether somebody hosted tables of a topic, or tables without one."""
    query = select(TableRound.id).where(
        TableRound.session_id == session_id,
        TableRound.topic_id.is_not_distinct_from(topic_id),
        or_(TableRound.host_id.is_not(None), TableRound.cohost_id.is_not(None)),
    )
    return session.scalars(query.limit(1)).first() is not None


def _left_by(attendee_id: str) -> Select[str]:
    return select(FormerHost.table_id).where(FormerHost.attendee_id == attendee_id)


def _table_of(session: Session, target: Mapping[str, Any]) -> TableRound | CafeTable | None:
    session_id = target["session_id"]
    # Who names a table round writes something new there; the action makes sure that the note is new.
    if target.get("table_round_id") is not None:
        with session.no_autoflush:  # who makes tables writes them at once; notes may wait
            return _of_session(session.get(TableRound, target["table_round_id"]), session_id)
    note = session.get(Note, target["note_id"]) if target.get("note_id") else None
    if note is not None:
        return _of_session(note, session_id).table_round
    if target.get("table_id") is not None:
        return _of_session(session.get(CafeTable, target["table_id"]), session_id)
    return None


def _roles_at(session: Session, attendee: Attendee, at: TableRound | CafeTable) -> set[Role]:
    """Give what somebody is to a table, without asking for other rounds where the one at hand says it."""
    table_id = at.desk_id if isinstance(at, TableRound) else at.id
    if former_host(session, attendee.id, table_id) is not None:
        return {Role.FORMER_HOST}
    here = isinstance(at, TableRound) and attendee.id in {at.host_id, at.cohost_id}
    return {Role.HOST} if here or hosts_table(session, attendee.id, table_id) else set()


InSession = TypeVar("InSession", Note, TableRound, CafeTable)


def _of_session(row: InSession | None, session_id: str) -> InSession:
    if row is None or row.session_id != session_id:
        raise NotFound
    return row
