"""Status reports: filled from what was done, the team's alone until handed in; scores stay inside."""

from __future__ import annotations

from typing import Any

import pytest
from flask.json import dumps
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import NotAllowed, NotFound
from cafe.live.audience import Wish
from cafe.plans.commands import goals, plan, reports
from cafe.plans.model import PlanText, StatusReport, WorkPlan
from cafe.plans.queries.reports import work_for
from tests.support.clients import Client
from tests.support.plan_samples import MEASURE
from tests.support.report_samples import LEARNING, ORGANISERS_SCORE, REPORT, TEAM_SCORE, about
from tests.support.world import World

Rows = dict[tuple[str, str], dict[str, Any]]


def rows_of(world: World, who: str, capacity: str) -> Rows:
    client = Client(world.app, world.actors()[who], Wish(stream_id=world.teams.plan, capacity=capacity))
    client.join()
    return {(type_, row_id): dict(row) for (_room, type_, row_id), row in client.state.items()}


def scores_seen(world: World, who: str, capacity: str = "reader") -> dict[str, float]:
    rows = rows_of(world, who, capacity)
    return {row["by"]: row["value"] for (type_, _), row in rows.items() if type_ == "score"}


def member(world: World) -> Actor:
    return Actor(user_id=world.teams.member)


def reopen(world: World) -> None:
    world.hall.do(reports.ReopenReport(**about(world)), member(world))


def submit(world: World) -> None:
    world.hall.do(reports.SubmitReport(**about(world)), member(world))


def sees_learning(world: World, who: str, capacity: str = "reader") -> bool:
    return LEARNING in dumps(list(rows_of(world, who, capacity).values()))


def stored(world: World) -> StatusReport:
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(StatusReport, world.named(REPORT))


def test_a_report_is_read_in_the_network_while_it_is_handed_in_and_never_else(world: World) -> None:
    others = ("member of another team", "organiser")
    assert all(sees_learning(world, who) for who in others)
    reopen(world)
    assert not any(sees_learning(world, who) for who in others)
    assert not any(type_ == "status_report" for type_, _ in rows_of(world, others[0], "reader"))
    assert sees_learning(world, "team lead", "team")
    late = plan.WriteText(
        plan_id=world.teams.plan,
        about_id=world.named(REPORT),
        field="next",
        base_version=0,
        text="Not for others yet",
    )
    world.hall.do(late, member(world))
    assert "Not for others yet" not in dumps(list(rows_of(world, "organiser", "reader").values()))
    submit(world)
    assert all(sees_learning(world, who) for who in others)
    assert "Not for others yet" in dumps(list(rows_of(world, "organiser", "reader").values()))


def test_scores_are_seen_by_the_team_and_the_organisers_alone(world: World) -> None:
    both = {"team": TEAM_SCORE, "organisers": ORGANISERS_SCORE}
    assert scores_seen(world, "team member", "team") == both
    assert scores_seen(world, "organiser") == both
    assert scores_seen(world, "member of another team") == {}


def test_the_team_looks_at_itself_before_it_sees_what_the_organisers_think(world: World) -> None:
    world.hall.do(reports.SetScore(**about(world), value=None), member(world))
    assert scores_seen(world, "team member", "team") == {}
    assert scores_seen(world, "organiser") == {"organisers": ORGANISERS_SCORE}
    world.hall.do(reports.SetScore(**about(world), value=4.5), member(world))
    assert scores_seen(world, "team member", "team") == {"team": 4.5, "organisers": ORGANISERS_SCORE}
    reopen(world)
    assert scores_seen(world, "organiser") == {"organisers": ORGANISERS_SCORE}


def test_organisers_score_what_has_been_handed_in(world: World) -> None:
    reopen(world)
    with pytest.raises(NotAllowed):
        world.hall.do(reports.GiveScore(**about(world), value=1))


@pytest.mark.parametrize("value", [0, 5.5, 2.25, float("nan")])
def test_a_score_is_between_a_half_and_five_in_halves(value: float) -> None:
    with pytest.raises(ValueError, match="value"):
        reports.SetScore(plan_id=new_key(), report_id=new_key(), value=value)


def test_who_begins_a_second_report_is_led_to_the_first(world: World) -> None:
    begin = reports.BeginReport(
        plan_id=world.teams.plan, gathering_id=world.hall.gathering_id, report_id=new_key()
    )
    assert world.hall.do(begin, member(world)) == {"report_id": world.named(REPORT)}
    foreign = reports.BeginReport(
        plan_id=world.teams.plan, gathering_id=world.other.gathering_id, report_id=new_key()
    )
    with pytest.raises(NotFound):
        world.hall.do(foreign, member(world))


def test_a_report_knows_what_was_done_since_and_keeps_it_when_it_is_handed_in(world: World) -> None:
    reopen(world)
    set_to_done = goals.SetStatus(
        plan_id=world.teams.plan, measure_id=world.named(MEASURE), status=goals.Status.DONE
    )
    world.hall.do(set_to_done, member(world))
    with world.app.app_context(), db.sessionmaker() as session:
        own = session.get_one(WorkPlan, world.teams.plan)
        work = work_for(session, own, world.hall.gathering_id)
    assert [m.title for m in work.finished()] == ["Hire two consultants"]
    submit(world)
    facts = stored(world).facts
    assert facts is not None
    assert [m["status"] for m in facts["measures"]] == ["done"]
    assert str(TEAM_SCORE) not in dumps(facts)
    assert str(ORGANISERS_SCORE) not in dumps(facts)


def test_what_stands_in_the_report_before_is_not_new_in_the_next(world: World) -> None:
    """A later report of the team counts from the moment the one before was handed in."""
    with world.app.app_context(), db.sessionmaker() as session:
        own = session.get_one(WorkPlan, world.teams.plan)
        handed_in = session.get_one(StatusReport, world.named(REPORT)).submitted_at
        assert work_for(session, own, "another-gathering").since == handed_in
        assert work_for(session, own, world.hall.gathering_id).since == own.created_at


def test_the_plan_has_been_reported_with_the_report_to_the_gathering_its_period_ends_with(
    world: World,
) -> None:
    create = plan.CreatePlan(
        team_id=world.teams.team,
        new_plan_id=new_key(),
        title="Until the gathering",
        to_gathering_id=world.hall.gathering_id,
    )
    plan_id = str(world.hall.do(create, member(world))["plan_id"])
    report = {"plan_id": plan_id, "report_id": new_key()}
    begin = reports.BeginReport(**report, gathering_id=world.hall.gathering_id)
    world.hall.do(begin, member(world))
    world.hall.do(reports.SubmitReport(**report), member(world))
    assert state_of(world, plan_id) == "draft", "a plan that is a draft stays its team's alone"
    world.hall.do(reports.ReopenReport(**report), member(world))
    _activate(world, plan_id)
    world.hall.do(reports.SubmitReport(**report), member(world))
    assert state_of(world, plan_id) == "reported"
    world.hall.do(reports.ReopenReport(**report), member(world))
    assert state_of(world, plan_id) == "active"


def _activate(world: World, plan_id: str) -> None:
    from tests.support.plan_samples import in_state

    in_state(world, plan_id, "active")


def state_of(world: World, plan_id: str) -> str:
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(WorkPlan, plan_id).state


def test_texts_of_other_things_are_not_hidden_with_a_report(world: World) -> None:
    reopen(world)
    with world.app.app_context(), db.sessionmaker() as session:
        texts = session.scalars(select(PlanText).where(PlanText.plan_id == world.teams.plan))
        assert {text.about_id for text in texts if not text.public} == {world.named(REPORT)}
