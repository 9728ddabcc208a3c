"""What happens when something is asked of work plans."""

from cafe.plans.actions import (
    carrying,
    cycles,
    goals,
    indicators,
    life,
    measurements,
    measures,
    money,
    origins,
    pilots,
    plan,
    report_scores,
    reports,
    sharing,
    texts,
)

__all__ = [
    "carrying",
    "cycles",
    "goals",
    "indicators",
    "life",
    "measurements",
    "measures",
    "money",
    "origins",
    "pilots",
    "plan",
    "report_scores",
    "reports",
    "sharing",
    "texts",
]
