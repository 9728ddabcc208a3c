"""What of a work plan can be found by words: the plan, its goals and measures, and all texts about them.

Nobody counts the titles a row has had: it is read anew whenever it changes. Drafts are in the index too; who
may find what is asked anew with every search.
"""

from __future__ import annotations

from sqlalchemy import Select, select

from cafe.plans.model import Goal, Measure, PlanText, WorkPlan
from cafe.search.sources import searchable


@searchable("plan", stream="plan")
def plans(plan_id: str) -> Select[str, int, str]:
    """Give the plan's own name."""
    return select(WorkPlan.id, WorkPlan.seq, WorkPlan.title).where(WorkPlan.id == plan_id)


@searchable("goal", stream="plan")
def goals(plan_id: str) -> Select[str, int, str]:
    """Give the goals that stand in a plan."""
    text = Goal.title + "\n" + Goal.anchoring
    return select(Goal.id, Goal.seq, text).where(Goal.plan_id == plan_id, Goal.removed.is_(False))


@searchable("measure", stream="plan")
def measures(plan_id: str) -> Select[str, int, str]:
    """Give the measures that stand in a plan."""
    return select(Measure.id, Measure.seq, Measure.title).where(
        Measure.plan_id == plan_id, Measure.removed.is_(False)
    )


@searchable("plan_text", stream="plan")
def texts(plan_id: str) -> Select[str, int, str]:
    """Give what was written about the plan and what is in it, its reports too."""
    return select(PlanText.id, PlanText.version, PlanText.text).where(
        PlanText.plan_id == plan_id, PlanText.text != ""
    )
