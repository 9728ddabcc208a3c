"""Everything of a work plan as plain facts: what its pages, reports, exports and kept versions are made of.

Nothing that was taken out is in them, and no report that is still a draft unless it is asked for: those are
the team's alone. What only the team and the organisers see (scores, answers to the plan) is never in them.
"""

from cafe.plans.facts_kinds import (
    Borrowed,
    CycleFacts,
    FundingFacts,
    GatheringName,
    GoalFacts,
    IndicatorFacts,
    MeasureFacts,
    MeasurementFacts,
    Origin,
    PilotFacts,
    PlanFacts,
    ReportFacts,
    SignOffFacts,
    Texts,
    as_json,
    from_json,
    without_account_ids,
    without_accounts,
)
from cafe.plans.facts_read import names_of, plan_facts

__all__ = [
    "Borrowed",
    "CycleFacts",
    "FundingFacts",
    "GatheringName",
    "GoalFacts",
    "IndicatorFacts",
    "MeasureFacts",
    "MeasurementFacts",
    "Origin",
    "PilotFacts",
    "PlanFacts",
    "ReportFacts",
    "SignOffFacts",
    "Texts",
    "as_json",
    "from_json",
    "names_of",
    "plan_facts",
    "without_account_ids",
    "without_accounts",
]
