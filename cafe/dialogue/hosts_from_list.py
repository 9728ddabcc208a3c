"""Hosts that stand on an imported list of people: who hosts which table, in the sessions not begun yet."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.commands.session import AssignHost
from cafe.dialogue.facts import prepare_facts
from cafe.dialogue.model import Attendee
from cafe.dialogue.queries.pages import sessions_of
from cafe.gatherings.people_file import Line
from cafe.gatherings.taking_up import on_taken_up
from cafe.perform import perform_within


def name_hosts(session: Session, actor: Actor, gathering_id: str, people: Sequence[tuple[str, Line]]) -> None:
    """Name the hosts of a list in every session not begun; the second one at a table is its co-host."""
    at_table: dict[int, list[str]] = {}
    for participant_id, line in people:
        if line.host and line.table is not None:
            at_table.setdefault(line.table, []).append(participant_id)
    for cafe in sessions_of(session, gathering_id) if at_table else ():
        facts = prepare_facts(session, cafe.id)
        if facts.started:
            continue
        query = select(Attendee.participant_id, Attendee.id).where(Attendee.session_id == cafe.id)
        attendees = {row.participant_id: row.id for row in session.execute(query)}
        for number, table in enumerate(facts.shape.tables, start=1):
            hosts = [attendees[participant_id] for participant_id in at_table.get(number, ())][:2]
            if hosts:
                cohost = hosts[1] if len(hosts) > 1 else facts.shape.hosts.get(table.id, (None, None))[1]
                command = AssignHost(
                    session_id=cafe.id, table_id=table.id, host_id=hosts[0], cohost_id=cohost
                )
                perform_within(session, actor, command)


on_taken_up.append(name_hosts)
