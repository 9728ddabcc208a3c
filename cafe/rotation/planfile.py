"""From the file of an instance to the file of a plan, as `cafe plan` does it."""

import json
from dataclasses import dataclass, fields

from cafe.rotation.bounds import find_bounds
from cafe.rotation.budget import STEPS_A_SECOND, Budget, Progress
from cafe.rotation.impossible import find_impossible
from cafe.rotation.measure import Measure, measure
from cafe.rotation.model import Impossible, Instance, Preference
from cafe.rotation.planner import plan_seating
from cafe.rotation.replanning import Announced, Strategy, replan
from cafe.rotation.schema import BadInstance, Json, read_announced, read_instance, rounds_done, write_plan

__all__ = ["TELL_EVERY", "Answer", "BadInstance", "Task", "budget", "read"]

TELL_EVERY = 0.5  # seconds between two lines of progress
USUAL_SECONDS = 1.0


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A plan as JSON, and its figures in a line."""

    plan: Json
    told: str


@dataclass(frozen=True, kw_only=True)
class Task:
    """What a file asks for."""

    instance: Instance
    announced: Announced
    impossible: tuple[str, ...]

    def solve(self, strategy: str, preference: str, budget: Budget) -> Answer:
        """Plan, or plan again where seats have been announced."""
        if self.announced:
            plan = replan(self.instance, self.announced, Strategy(strategy), budget).plan
        else:
            plan = plan_seating(self.instance, budget, Preference(preference))
        return Answer(
            plan=write_plan(self.instance, plan), told=_told(self.instance, measure(self.instance, plan))
        )


def read(text: str, seed: int) -> Task:
    """Take a task from the text of a file. Raises BadInstance."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadInstance(f"no JSON: {error}") from error
    instance = read_instance(data, seed)
    found = find_impossible(instance, rounds_done(data) + 1)
    return Task(instance=instance, announced=read_announced(data), impossible=tuple(map(_line, found)))


def budget(seconds: float | None, steps: int | None, progress: Progress | None = None) -> Budget:
    """Give a budget in steps; seconds alone are turned into more steps than fit, and end the search."""
    if steps is not None:
        return Budget(steps=steps, seconds=seconds, progress=progress)
    seconds = USUAL_SECONDS if seconds is None else seconds
    return Budget(steps=int(seconds * STEPS_A_SECOND), seconds=seconds, progress=progress)


def _line(impossible: Impossible) -> str:
    """Say what is impossible, for a terminal."""
    said = [f"{name} {value}" for name, value in _values(impossible)]
    return f"impossible: {impossible.reason.replace('_', ' ')} ({', '.join(said)})"


def _values(impossible: Impossible) -> list[tuple[str, object]]:
    values = [(field.name, getattr(impossible, field.name)) for field in fields(impossible)]
    return [
        (name, " and ".join(value) if isinstance(value, tuple) else value)
        for name, value in values
        if name != "reason" and value not in (None, ())
    ]


def _told(instance: Instance, found: Measure) -> str:
    best = find_bounds(instance)
    return (
        f"violations {found.violations}, topic repeats {found.topic_repeats} "
        f"(best possible {best.topic_repeats}), "
        f"size spread {found.size_spread} ({best.size_spread}), repeats {found.repeats} ({best.repeats}), "
        f"same organisation {found.same_organisation} ({best.same_organisation}), kind gap {found.kind_gap}"
    )
