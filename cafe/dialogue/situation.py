"""What a plan starts from: who is to be seated, what is kept, and what people have been told."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from cafe.dialogue.actions.found import clockwork
from cafe.dialogue.model import CafeSession
from cafe.dialogue.queries.plan import instance_of
from cafe.dialogue.queries.seats import people_to_seat, placed_in
from cafe.dialogue.rules import open_rounds
from cafe.rotation import Announced, Instance
from cafe.rotation.aside import task_to_plan
from cafe.rotation.writing import write_instance

# For each way to plan. A small hall has its plan within a second, the largest within a few.
LEAST_STEPS, MOST_STEPS, STEPS_A_SEAT = 100_000, 500_000, 250


@dataclass(frozen=True, kw_only=True)
class Situation:
    """People, tables and wishes, with the seats that are kept; `announced` are those that may change.

    The first `done` rounds stay as they are.
    """

    instance: Instance
    announced: Announced
    done: int

    @cached_property
    def written(self) -> dict[str, Any]:
        """Give the instance in the form that another process takes."""
        return write_instance(self.instance, self.announced, done=self.done)

    @cached_property
    def digest(self) -> str:
        """Give a word that is another one as soon as people, tables, wishes or seats are others."""
        return hashlib.sha256(json.dumps(self.written).encode()).hexdigest()

    def task(self, *, anew: bool) -> dict[str, Any]:
        """Give the task for the process that plans."""
        seats = len(self.instance.people) * self.instance.rounds
        steps = min(MOST_STEPS, max(LEAST_STEPS, STEPS_A_SEAT * seats))
        return task_to_plan(self.written, seed=self.instance.seed, anew=anew, steps=steps)


def situation_of(session: Session, cafe: CafeSession, *, only_arrived: bool) -> Situation:
    """Give what a plan made now would start from."""
    people = people_to_seat(session, cafe, only_arrived=only_arrived)
    there = {person.id for person in people}
    rounds = open_rounds(clockwork(cafe))
    fixed: dict[tuple[str, int], str] = {}
    announced: dict[tuple[str, int], str] = {}
    for seat in placed_in(session, cafe.id):
        if seat.attendee_id in there:
            kept = seat.pinned or seat.round_number not in rounds
            (fixed if kept else announced)[seat.key] = seat.table_id
    return Situation(
        instance=instance_of(session, cafe, people, fixed), announced=announced, done=rounds.start - 1
    )
