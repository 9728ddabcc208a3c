"""What may be asked of status reports, and of the scores beside them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, command

# From 0.5 (signed up) to 5.0 (outstanding, and spread), in halves.
ScoreValue = Annotated[float, Field(ge=0.5, le=5, multiple_of=0.5, allow_inf_nan=False)]


class AboutReport(Command):
    """Names the report that something is asked of."""

    plan_id: Key
    report_id: Key


@command
class BeginReport(Command):
    """Begin the report of a plan to a gathering; who begins a second one is led to the first."""

    name = "begin_report"
    plan_id: Key
    gathering_id: Key
    report_id: Key


@command
class ChangeReport(AboutReport):
    """Say whether the team asks the others for help."""

    name = "change_report"
    wants_help: bool


@command
class SubmitReport(AboutReport):
    """Hand a report in: the network may read it, and what it was filled from is kept."""

    name = "submit_report"


@command
class ReopenReport(AboutReport):
    """Take a report back to go on writing; others do not read it meanwhile."""

    name = "reopen_report"


@command
class SetScore(AboutReport):
    """Say where the team sees itself on the scale, or take that back."""

    name = "set_score"
    value: ScoreValue | None


@command
class GiveScore(AboutReport):
    """Say where the organisers see the team on the scale, or take that back."""

    name = "give_score"
    value: ScoreValue | None
