"""The seats as they are, as the planner would be asked about them, and what they achieve."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.impossible import sentences
from cafe.dialogue.mixing import Figures, figures_from, figures_of
from cafe.dialogue.model import Attendee, CafeSession
from cafe.dialogue.planning import planning
from cafe.dialogue.preview import Seating
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.rules import open_rounds
from cafe.dialogue.situation import situation_of
from cafe.dialogue.wish_list import names_in
from cafe.errors import NotFound
from cafe.rotation import Instance, Measure, Plan, find_impossible, measure
from cafe.rotation.aside import task_to_measure
from cafe.rotation.schema import write_plan

COUNTED_HERE = 2_000  # seats; for more another process counts what is possible at best


def plan_of(seating: Seating) -> Plan:
    """Give the seats of a seating as a plan."""
    plan: dict[str, list[str | None]] = {}
    for (person, number), table in seating.at.items():
        plan.setdefault(person, [None] * len(seating.room.rounds))[number - 1] = table
    return {person: tuple(tables) for person, tables in plan.items()}


def instance_behind(session: Session, session_id: str, plan: Plan) -> Instance:
    """Give the people of a plan with their tables and wishes. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    query = select(Attendee).where(Attendee.session_id == cafe.id).options(joinedload(Attendee.participant))
    people = [person for person in session.scalars(query.order_by(Attendee.id)) if person.id in plan]
    return instance_of(session, cafe, people, {})


def measure_now(session: Session, session_id: str, seating: Seating) -> Measure:
    """Count what a seating achieves. Raises NotFound."""
    plan = plan_of(seating)
    return measure(instance_behind(session, session_id, plan), plan)


def impossible_now(session: Session, session_id: str) -> list[str]:
    """Say what no plan can meet, in the reader's language; most often nothing. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    rounds = open_rounds(clockwork(cafe))
    if not rounds or not cafe.tables:
        return []
    instance = situation_of(session, cafe, only_arrived=False).instance
    found = find_impossible(instance, rounds.start)
    return sentences(found, rounds, names_in(session, cafe)) if found else []


def figures_for(instance: Instance, plan: Plan) -> Figures:
    """Count what a plan achieves and what is possible at best, for a large hall in a process of its own."""
    if len(plan) * instance.rounds <= COUNTED_HERE:
        return figures_of(instance, plan)
    return figures_from(planning.answer_to(task_to_measure(instance, write_plan(instance, plan))))
