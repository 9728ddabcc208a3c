"""What may be asked of work plans."""

from cafe.plans.commands import (
    cycles,
    goals,
    indicators,
    life,
    money,
    origins,
    pilots,
    plan,
    reports,
    sharing,
)

__all__ = [
    "cycles",
    "goals",
    "indicators",
    "life",
    "money",
    "origins",
    "pilots",
    "plan",
    "reports",
    "sharing",
]
