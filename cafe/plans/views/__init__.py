"""HTTP in: the pages of work plans."""

from cafe.plans.views import (
    cycles,
    export,
    indicators,
    indicators_files,
    indicators_measuring,
    more,
    more_saving,
    new,
    origins,
    plan,
    read,
    reports,
    rows,
    searching,
    sharing,
    storyboards,
    versions,
)
from cafe.plans.views.blueprint import plans

__all__ = [
    "cycles",
    "export",
    "indicators",
    "indicators_files",
    "indicators_measuring",
    "more",
    "more_saving",
    "new",
    "origins",
    "plan",
    "plans",
    "read",
    "reports",
    "rows",
    "searching",
    "sharing",
    "storyboards",
    "versions",
]
