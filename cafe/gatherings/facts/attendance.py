"""Who was there on which day of a gathering."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.days import said_weekday
from cafe.gatherings.model import Attendance, Gathering, ProgrammeItem
from cafe.gatherings.queries import arrivals_in, participants_in
from cafe.gatherings.rules import days_of


@dataclass(frozen=True, kw_only=True)
class PersonHere:
    """Somebody on the list; `proposed` has come into a café of this day and is not noted yet."""

    id: str
    name: str
    organisation: str
    here: bool
    proposed: bool


@dataclass(frozen=True, kw_only=True)
class AttendanceDay:
    """A day of the gathering, and how many are noted as there."""

    day: str
    said: str
    here: int


@dataclass(frozen=True, kw_only=True)
class AttendanceFacts:
    """The days of a gathering, and who was there on the chosen one."""

    day: str
    said: str
    days: tuple[AttendanceDay, ...]
    people: tuple[PersonHere, ...]

    @property
    def here(self) -> int:
        """Tell how many are there."""
        return sum(person.here for person in self.people)

    @property
    def proposed(self) -> tuple[PersonHere, ...]:
        """Give those who have come into the café and are not noted yet."""
        return tuple(person for person in self.people if person.proposed)


def attendance_on(session: Session, gathering_id: str, wanted: str | None, today: str) -> AttendanceFacts:
    """Give who was there on a day: the one asked for, else today, else the first."""
    gathering = session.get_one(Gathering, gathering_id)
    noted = _noted(session, gathering_id)
    days = sorted({*(days_of(gathering.starts_on, gathering.ends_on) or [today]), *noted})
    day = wanted if wanted in days else today if today in days else days[0]
    came = _came(session, gathering_id, day)
    there = noted.get(day, set())
    return AttendanceFacts(
        day=day,
        said=said_weekday(day),
        days=tuple(
            AttendanceDay(day=each, said=said_weekday(each), here=len(noted.get(each, ()))) for each in days
        ),
        people=tuple(
            PersonHere(
                id=person.id,
                name=person.name,
                organisation=person.organisation.name if person.organisation else "",
                here=person.id in there,
                proposed=person.id in came and person.id not in there,
            )
            for person in participants_in(session, gathering_id)
        ),
    )


def _noted(session: Session, gathering_id: str) -> dict[str, set[str]]:
    own = {person.id for person in participants_in(session, gathering_id)}
    found: dict[str, set[str]] = {}
    for row in session.scalars(select(Attendance).where(Attendance.participant_id.in_(own))):
        found.setdefault(row.day, set()).add(row.participant_id)
    return found


def _came(session: Session, gathering_id: str, day: str) -> set[str]:
    """Give who came into a café that the programme has on this day, or that it has on no day at all."""
    query = select(ProgrammeItem.session_id, ProgrammeItem.day).where(
        ProgrammeItem.gathering_id == gathering_id, ProgrammeItem.removed.is_(False)
    )
    days: dict[str, set[str]] = {}
    for session_id, of_day in session.execute(query):
        days.setdefault(session_id or "", set()).add(of_day)
    came = arrivals_in(session, gathering_id)
    return {person for key, people in came.items() if day in days.get(key, {day}) for person in people}
