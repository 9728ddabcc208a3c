"""Tables of the work plans."""

from cafe.plans.model.goals import Goal, KindWord, Measure, PdsaCycle, StatusChange
from cafe.plans.model.indicators import Indicator, Measurement
from cafe.plans.model.plan import (
    Funding,
    Pilot,
    PlanActivity,
    PlanText,
    PlanTextVersion,
    PlanVersion,
    SignOff,
    WorkPlan,
)
from cafe.plans.model.reports import Score, StatusReport

__all__ = [
    "Funding",
    "Goal",
    "Indicator",
    "KindWord",
    "Measure",
    "Measurement",
    "PdsaCycle",
    "Pilot",
    "PlanActivity",
    "PlanText",
    "PlanTextVersion",
    "PlanVersion",
    "Score",
    "SignOff",
    "StatusChange",
    "StatusReport",
    "WorkPlan",
]
