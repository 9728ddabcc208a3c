"""Status reports in the world of the tests, and a sample of every command about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import Actor
from cafe.commands import Command
from cafe.plans.commands import plan, reports

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
REPORT, UNBEGUN = "a-report", "another-report"
TEAM_SCORE, ORGANISERS_SCORE = 3.5, 2.5
LEARNING = "Ask before you plan."


def with_reports(world: World) -> None:
    """Let the first team have handed in a report to the first hall's gathering, with both scores."""
    member = Actor(user_id=world.teams.member)
    plan_id = world.teams.plan
    begin = reports.BeginReport(
        plan_id=plan_id, gathering_id=world.hall.gathering_id, report_id=world.named(REPORT)
    )
    world.hall.do(begin, member)
    write = plan.WriteText(
        plan_id=plan_id, about_id=world.named(REPORT), field="learning", base_version=0, text=LEARNING
    )
    world.hall.do(write, member)
    world.hall.do(reports.SetScore(**about(world), value=TEAM_SCORE), member)
    world.hall.do(reports.SubmitReport(**about(world)), member)
    world.hall.do(reports.GiveScore(**about(world), value=ORGANISERS_SCORE), world.hall.organiser)


def about(world: World) -> dict[str, str]:
    """Name the report of the first team."""
    return {"plan_id": world.teams.plan, "report_id": world.named(REPORT)}


def _reopened(world: World) -> None:
    world.hall.do(reports.ReopenReport(**about(world)), Actor(user_id=world.teams.member))


def report_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about a report, a valid sample and what has to happen first."""
    return (
        (
            "begin_report",
            lambda w: reports.BeginReport(
                plan_id=w.teams.draft, gathering_id=w.hall.gathering_id, report_id=w.named(UNBEGUN)
            ),
            None,
        ),
        ("change_report", lambda w: reports.ChangeReport(**about(w), wants_help=True), None),
        ("submit_report", lambda w: reports.SubmitReport(**about(w)), _reopened),
        ("reopen_report", lambda w: reports.ReopenReport(**about(w)), None),
        ("set_score", lambda w: reports.SetScore(**about(w), value=4), None),
        ("give_score", lambda w: reports.GiveScore(**about(w), value=None), None),
    )
