"""Noting who was there on which day."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import NotFound
from cafe.gatherings.commands import SetAttendance
from cafe.gatherings.model import Attendance, Participant
from cafe.perform import Result, action


@action(SetAttendance)
def set_attendance(session: Session, _actor: Actor, command: SetAttendance, _now: int) -> Result:
    """Note people as there or not; `changed` says for whom this was news, so that it can be undone."""
    wanted = set(command.participant_ids)
    query = select(Participant.id).where(
        Participant.gathering_id == command.gathering_id, Participant.id.in_(wanted)
    )
    if set(session.scalars(query)) != wanted:
        raise NotFound
    noted = select(Attendance.participant_id).where(
        Attendance.day == command.day, Attendance.participant_id.in_(wanted)
    )
    there = set(session.scalars(noted))
    changed = wanted - there if command.here else there
    if command.here:
        session.add_all(Attendance(participant_id=each, day=command.day) for each in sorted(changed))
    else:
        session.execute(
            delete(Attendance).where(Attendance.day == command.day, Attendance.participant_id.in_(wanted))
        )
    return {"changed": sorted(changed)}
