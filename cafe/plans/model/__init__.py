"""Tables of the work plans."""

from cafe.plans.model.goals import Goal, KindWord, Measure, PdsaCycle, StatusChange
from cafe.plans.model.indicators import EarlierMeasurement, Indicator, Measurement
from cafe.plans.model.plan import (
    Funding,
    Pilot,
    PlanActivity,
    PlanAnswer,
    PlanText,
    PlanTextVersion,
    PlanVersion,
    SignOff,
    WorkPlan,
)
from cafe.plans.model.reports import Score, StatusReport

__all__ = [
    "EarlierMeasurement",
    "Funding",
    "Goal",
    "Indicator",
    "KindWord",
    "Measure",
    "Measurement",
    "PdsaCycle",
    "Pilot",
    "PlanActivity",
    "PlanAnswer",
    "PlanText",
    "PlanTextVersion",
    "PlanVersion",
    "Score",
    "SignOff",
    "StatusChange",
    "StatusReport",
    "WorkPlan",
]
