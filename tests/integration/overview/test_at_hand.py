"""What is unfinished is told once, by the plan at hand: on a team's page, in its calendar, in letters."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.gatherings.model import Gathering
from cafe.network.commands import Post
from cafe.network.model import Team
from cafe.plans.commands.plan import CreatePlan
from cafe.plans.commands.reports import BeginReport, SubmitReport
from cafe.plans.model import Measure, WorkPlan
from cafe.reminding.queries import days_of_team, days_of_user
from tests.integration.overview.test_home import gathering, in_days, measure, page, plan_of
from tests.support.network import Place, make_network


@pytest.fixture
def place(sqlite_app: Flask) -> Place:
    return make_network(sqlite_app, "A network")


@pytest.fixture
def team(place: Place) -> str:
    return place.team(place.organisation(), "The team")


@pytest.fixture
def member(place: Place, team: str) -> Actor:
    return place.takes_in(team, Post.LEAD)


def told(place: Place, team: str, member: Actor) -> list[str]:
    """Give the measures that the team's page tells of; its calendar and letters tell the same."""
    shown = page(place, member, f"/teams/{team}")
    with place.app.app_context(), db.sessionmaker() as session:
        of_team = [day for day in days_of_team(session, session.get_one(Team, team)) if day.kind == "measure"]
        of_user = [day for day in days_of_user(session, str(member.user_id)) if day.kind == "measure"]
    assert of_team == of_user
    for day in of_team:
        plan_id = dict(day.arguments)["plan_id"]
        assert shown.count(f'href="/plans/{plan_id}#measure-{day.id}"') == 1
    assert shown.count("#measure-") == len(of_team)
    return [f"{day.title} in {plan_title(place, day.id)}" for day in of_team]


def plan_title(place: Place, measure_id: str) -> str:
    with place.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Measure, measure_id).plan.title


def plan_after(place: Place, team: str, member: Actor, plan: str, title: str, *, carry_over: bool) -> str:
    key = new_key()
    create = CreatePlan(team_id=team, new_plan_id=key, title=title, follows_id=plan, carry_over=carry_over)
    place.do(create, member)
    return key


def becomes(place: Place, plan: str, state: str) -> None:
    with place.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, plan).state = state


def test_what_is_unfinished_is_told_once_from_plan_to_plan(place: Place, team: str, member: Actor) -> None:
    first = plan_of(place, member, team, "First", "active")
    measure(place, member, first, "Call them", in_days(5), own=True)
    assert told(place, team, member) == ["Call them in First"]
    second = plan_after(place, team, member, first, "Second", carry_over=True)
    assert told(place, team, member) == ["Call them in First"], "the draft repeats what goes on"
    becomes(place, second, "active")
    assert told(place, team, member) == ["Call them in Second"], "though the first is not reported yet"
    becomes(place, first, "reported")
    assert told(place, team, member) == ["Call them in Second"]
    becomes(place, second, "draft")
    assert told(place, team, member) == ["Call them in Second"], "the draft is all there is to work with"


def test_a_report_that_is_in_silences_nothing_until_the_next_plan(
    place: Place, team: str, member: Actor
) -> None:
    plan = plan_of(place, member, team, "First", "reported")
    measure(place, member, plan, "Call them", in_days(-14), own=True)
    assert told(place, team, member) == ["Call them in First"]
    shown = page(place, member, f"/teams/{team}")
    assert "Begin the next plan" in shown
    assert "A template gives you" not in shown
    plan_after(place, team, member, plan, "Second", carry_over=False)
    assert told(place, team, member) == []


def test_what_was_due_at_a_gathering_is_late_after_it(place: Place, team: str, member: Actor) -> None:
    past = gathering(place, "The autumn gathering", in_days(-3), 1)
    gathering(place, "Next", in_days(5), 2)
    plan = plan_of(place, member, team, "First", "active")
    key = measure(place, member, plan, "Call them", None, own=True)
    with place.app.app_context(), unit_of_work() as session:
        session.get_one(Measure, key).due_gathering_id = past
    assert told(place, team, member) == ["Call them in First"]
    shown = page(place, member, f"/teams/{team}")
    assert "was due The autumn gathering" in shown
    assert "Look at what was due" in shown
    with place.app.app_context(), unit_of_work() as session:
        session.get_one(Gathering, past).ends_on = in_days(0)
    assert "was due" not in page(place, member, f"/teams/{team}"), "it lasts"


def test_the_network_tells_of_the_plan_at_hand(place: Place, team: str, member: Actor) -> None:
    plan = plan_of(place, member, team, "First", "active")
    plan_after(place, team, member, plan, "Second", carry_over=True)
    for who in (member, place.organiser):
        front = page(place, who, f"/networks/{place.id}")
        assert "The plan is under way" in front
        assert f'href="/plans/{plan}' in front


def test_a_team_is_not_asked_for_the_report_that_its_plan_before_has_given(
    place: Place, team: str, member: Actor
) -> None:
    soon, plan = gathering(place, "Soon", in_days(5), 1), plan_of(place, member, team, "First", "active")
    assert f"/plans/{plan}/reports/{soon}" in page(place, member, f"/teams/{team}")
    begin = BeginReport(plan_id=plan, gathering_id=soon, report_id=new_key())
    place.do(begin, member)
    place.do(SubmitReport(plan_id=plan, report_id=begin.report_id), member)
    becomes(place, plan, "reported")
    becomes(place, plan_after(place, team, member, plan, "Second", carry_over=True), "submitted")
    assert "Write your report" not in page(place, member, f"/teams/{team}")
