"""Planning in a process of its own. The answer is the ways to choose from, or why there is no plan."""

from collections.abc import Callable
from dataclasses import asdict

from cafe.aside import do_as_asked, step_back
from cafe.rotation.bounds import find_bounds
from cafe.rotation.budget import Budget
from cafe.rotation.measure import measure
from cafe.rotation.model import Instance, NotEnoughSeats, Preference
from cafe.rotation.planner import plan_seating
from cafe.rotation.replanning import Announced, Strategy, fewest_moves, moved_seats, replan
from cafe.rotation.schema import Json, read_announced, read_instance, write_plan
from cafe.rotation.writing import read_plan, write_instance

MODULE = "cafe.rotation.aside"


def task_to_plan(written: Json, *, seed: int, anew: bool, steps: int) -> Json:
    """Give the task of planning a written instance in each of the two ways, with so many steps for each."""
    return {"instance": written, "seed": seed, "anew": anew, "steps": steps}


def task_to_measure(instance: Instance, plan: Json) -> Json:
    """Give the task of measuring a plan that there is."""
    return {"instance": write_instance(instance), "seed": instance.seed, "plan": plan}


def answer(task: Json, tell: Callable[[int], None]) -> Json:
    """Do what a task asks, telling from time to time how many of a hundred parts are done."""
    instance = read_instance(task["instance"], task["seed"])
    bounds = asdict(find_bounds(instance))
    if "plan" in task:
        return {"measure": asdict(measure(instance, read_plan(task["plan"]))), "bounds": bounds}
    announced = read_announced(task["instance"])
    ways: list[Preference | Strategy] = [*Preference] if task["anew"] else [*Strategy]
    found = []
    try:
        for place, way in enumerate(ways):
            budget = Budget(steps=task["steps"], progress=_scaled(tell, place, len(ways)))
            found.append(_way(instance, announced, way, budget))
    except NotEnoughSeats as error:
        return {"problem": {"needed": error.needed, "available": error.available, "round": error.round}}
    return {"ways": found, "bounds": bounds}


def _way(instance: Instance, announced: Announced, way: Preference | Strategy, budget: Budget) -> Json:
    if isinstance(way, Strategy):
        plan = replan(instance, announced, way, budget).plan
    else:
        plan = plan_seating(instance, budget, way)
    return {
        "name": str(way),
        "plan": write_plan(instance, plan),
        "measure": asdict(measure(instance, plan)),
        "moved": moved_seats(announced, plan),
        "fewest_moved": fewest_moves(instance, announced),
    }


def _scaled(tell: Callable[[int], None], place: int, ways: int) -> Callable[[float], None]:
    def progress(share: float) -> None:
        tell(int(100 * (place + share) / ways))

    return progress


if __name__ == "__main__":
    step_back()
    do_as_asked(answer)
