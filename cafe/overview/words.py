"""Words of the pages that look across a network."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.overview.rules import Task
from cafe.plans.rules import PlanState

PLAN_STATES = {
    PlanState.DRAFT: lazy("Draft, seen by the team only"),
    PlanState.SUBMITTED: lazy("Handed in"),
    PlanState.ACTIVE: lazy("Under way"),
    PlanState.REPORTED: lazy("Reported"),
}
# The same on the list of teams, where it stands beside a name.
TEAM_PLANS = {
    PlanState.DRAFT: lazy("The plan is a draft"),
    PlanState.SUBMITTED: lazy("The plan is handed in"),
    PlanState.ACTIVE: lazy("The plan is under way"),
    PlanState.REPORTED: lazy("The plan is reported"),
}
NOT_IN = lazy("No plan in yet")
TASKS = {
    Task.ADD_ORGANISATIONS: lazy("Add the organisations that take part"),
    Task.BEGIN_TEAMS: lazy("Begin the teams of your organisations"),
    Task.INVITE_PEOPLE: lazy("Invite people into the teams"),
    Task.PLAN_GATHERING: lazy("Plan the next gathering"),
    Task.NAME_UNITS: lazy("Let the organisations name their units and whom to turn to"),
}
