"""The board, the portfolio and the years of a network, from rows."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.overview.board import TeamStands
from cafe.overview.queries.board import board_rows
from cafe.overview.queries.portfolio import kinds_of_measures
from cafe.plans.commands import goals
from cafe.plans.commands.goals import MeasureKind, Status
from tests.integration.road.test_routes import client_of
from tests.support.plan_samples import MEASURE
from tests.support.report_samples import REPORT
from tests.support.world import World, make_world

TODAY = "2027-02-08"


@pytest.fixture
def due(world: World) -> World:
    due_at_the_gathering(world)
    return world


def due_at_the_gathering(world: World) -> None:
    """Let the first team's plan end at the gathering, with a late measure, one done and one without a day."""
    from cafe.gatherings.model import Gathering
    from cafe.plans.model import Measure, WorkPlan

    member = Actor(user_id=world.teams.member)
    done, some_day = new_key(), new_key()
    for key, title in ((done, "Done"), (some_day, "Some day")):
        world.hall.do(goals.AddMeasure(plan_id=world.teams.plan, measure_id=key, title=title), member)
    world.hall.do(goals.SetStatus(plan_id=world.teams.plan, measure_id=done, status=Status.DONE), member)
    with world.app.app_context(), unit_of_work() as session:
        session.get_one(Gathering, world.hall.gathering_id).starts_on = "2027-03-01"
        session.get_one(WorkPlan, world.teams.plan).to_gathering_id = world.hall.gathering_id
        session.get_one(WorkPlan, world.teams.draft).to_gathering_id = world.hall.gathering_id
        session.get_one(Measure, world.named(MEASURE)).due_on = "2027-02-01"
        session.get_one(Measure, done).due_on = "2027-01-01"


def rows_of(world: World, today: str = TODAY) -> dict[str, TeamStands]:
    with world.app.app_context(), db.sessionmaker() as session:
        rows = board_rows(session, world.teams.network, world.hall.gathering_id, today)
    return {row.team_id: row for row in rows}


def test_the_board_counts_what_is_in_and_what_is_late(due: World) -> None:
    rows = rows_of(due)
    assert set(rows) == {due.teams.team, due.teams.second}, "teams of other networks are not on it"
    first = rows[due.teams.team]
    others = first.measures - 3  # what the world holds besides
    assert first.plan_state == "active"
    assert (first.late, first.finished) == (1, 1)
    assert first.on_time == others + 2
    assert first.active_at is not None
    assert rows[due.teams.second].plan_state == "", "their plan is for another period"


def test_a_measure_due_at_a_gathering_is_late_after_it(due: World) -> None:
    from cafe.gatherings.model import Gathering
    from cafe.plans.model import Measure

    with due.app.app_context(), unit_of_work() as session:
        measure = session.get_one(Measure, due.named(MEASURE))
        measure.due_on, measure.due_gathering_id = None, due.hall.gathering_id
    assert rows_of(due, "2027-03-01")[due.teams.team].late == 0
    assert rows_of(due, "2027-03-02")[due.teams.team].late == 1
    with due.app.app_context(), unit_of_work() as session:
        session.get_one(Gathering, due.hall.gathering_id).ends_on = "2027-03-02"
    assert rows_of(due, "2027-03-02")[due.teams.team].late == 0, "it lasts"
    assert rows_of(due, "2027-03-03")[due.teams.team].late == 1


def test_a_draft_is_nothing_on_the_board(due: World) -> None:
    from cafe.plans.model import WorkPlan

    with due.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, due.teams.plan).state = "draft"
    row = rows_of(due)[due.teams.team]
    assert (row.plan_state, row.plan_id, row.measures, row.active_at) == ("", None, 0, None)


def test_a_report_on_a_draft_is_not_in_and_asks_for_nothing(due: World) -> None:
    from cafe.plans.model import StatusReport, WorkPlan

    with due.app.app_context(), unit_of_work() as session:
        session.get_one(StatusReport, due.named(REPORT)).wants_help = True
    row = rows_of(due)[due.teams.team]
    assert (row.report_in, row.help_wanted) == (True, True)
    with due.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, due.teams.plan).state = "draft"
    row = rows_of(due)[due.teams.team]
    assert (row.report_in, row.help_wanted) == (False, False)


@pytest.mark.parametrize("path", ["board", "portfolio", "timeline"])
def test_the_pages_open_and_name_the_teams(due: World, path: str) -> None:
    page = organiser(due).get(f"/networks/{due.teams.network}/{path}")
    assert page.status_code == 200
    assert "Kommune 0" in page.text
    assert "elsewhere" not in page.text


def organiser(world: World) -> FlaskClient:
    return client_of(world, "organiser")


def test_a_draft_is_in_no_page_across_the_network(due: World) -> None:
    member = Actor(user_id=due.teams.member)
    add = goals.AddMeasure(plan_id=due.teams.draft, measure_id=new_key(), title="Secret so far")
    due.hall.do(add, member)
    for path in ("board", "portfolio", "timeline"):
        for who in ("organiser", "team member", "member of another team"):
            page = client_of(due, who).get(f"/networks/{due.teams.network}/{path}")
            assert "Secret so far" not in page.text
            assert "Next year" not in page.text


def test_the_portfolio_filters_by_sort_and_status(due: World) -> None:
    with due.app.app_context(), due.app.test_request_context(), db.sessionmaker() as session:
        everything = kinds_of_measures(session, due.teams.network)
        done = kinds_of_measures(session, due.teams.network, status=Status.DONE)
        none = kinds_of_measures(session, due.teams.network, kind=MeasureKind.TRAINING, status=Status.DONE)
    assert sum(kind.total for kind in everything) >= 3
    assert [line.title for kind in done for line in kind.lines] == ["Done"]
    assert none == []


def test_a_reminder_leads_back_to_the_board_as_it_was_and_nowhere_else(due: World) -> None:
    browser = organiser(due)
    board = f"/networks/{due.teams.network}/board"
    path = f"/networks/{due.teams.network}/teams/{due.teams.second}/remind"
    for back, leads in ((f"{board}?show=to_remind", f"{board}?show=to_remind"), ("//evil.example", board)):
        answer = browser.post(
            path, data={"about": "plan", "back": back}, headers={"Origin": "http://localhost"}
        )
        assert (answer.status_code, answer.headers["Location"]) == (302, leads)
    assert "Reminded on" in browser.get(board, headers={"Accept-Language": "en"}).text


def test_before_a_gathering_that_is_over_stands_the_plan_that_led_there_and_nobody_is_reminded(
    due: World,
) -> None:
    from cafe.gatherings.model import Gathering
    from cafe.plans.model import WorkPlan

    with due.app.app_context(), unit_of_work() as session:
        gathering = session.get_one(Gathering, due.hall.gathering_id)
        gathering.starts_on, gathering.ends_on = "2020-03-01", None
        session.get_one(WorkPlan, due.teams.plan).state = "reported"
    with due.app.app_context(), db.sessionmaker() as session:
        found = board_rows(session, due.teams.network, due.hall.gathering_id, TODAY, is_over=True)
    rows = {row.team_id: row for row in found}
    assert rows[due.teams.team].plan_state == "reported"
    second = rows[due.teams.second]
    assert (second.plan_id, second.measures, second.lacks) == (None, 0, None), "theirs led elsewhere"
    path = f"/networks/{due.teams.network}/board?gathering={due.hall.gathering_id}&show=to_remind"
    page = organiser(due).get(path, headers={"Accept-Language": "en"}).text
    assert "/remind" not in page
    assert "This gathering is over" in page
    assert f"/teams/{due.teams.second}" in page, "nothing is missing any more, so all are shown"


def test_the_same_on_every_database(app: object) -> None:
    world = make_world(app)  # type: ignore[arg-type]
    due_at_the_gathering(world)
    assert rows_of(world)[world.teams.team].late == 1


def test_who_asks_for_help_in_words_alone_is_among_those_who_want_it(due: World) -> None:
    """A report that fills itself holds the question without the tick; the agenda counts it too."""
    from cafe.plans.model import PlanText, StatusReport, WorkPlan

    with due.app.app_context(), unit_of_work() as session:
        plan = session.get_one(WorkPlan, due.teams.second_plan)
        shared = {"stream_id": plan.id, "plan": plan}
        report = StatusReport(
            id=new_key(), gathering_id=due.hall.gathering_id, state="submitted", submitted_at=1, **shared
        )
        session.add(report)
        session.flush()
        text = PlanText(
            id=new_key(), about_id=report.id, field="help_wanted", text="How do others?", **shared
        )
        session.add(text)
    row = rows_of(due)[due.teams.second]
    assert (row.report_in, row.help_wanted) == (True, True)
