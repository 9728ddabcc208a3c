"""A plan's life: begun, handed in, taken back, signed off, answered, kept; a draft is its team's alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.errors import BadInput, NotFound, TooLate
from cafe.live.audience import Wish
from cafe.plans.commands import goals, indicators, life, plan
from cafe.plans.facts import PlanFacts, plan_facts
from cafe.plans.model import Indicator, Measure, PlanText, WorkPlan
from cafe.plans.queries.due import due_measurements_of
from cafe.plans.versions import changed_since, seal, version_facts, versions_of
from tests.integration.road.test_routes import client_of
from tests.support.clients import Client
from tests.support.world import World, make_world


def facts_of(world: World, plan_id: str) -> PlanFacts:
    with world.app.app_context(), db.sessionmaker() as session:
        return plan_facts(session, plan_id)


def does(world: World, command: Any, who: str = "team member") -> dict[str, Any]:
    return dict(world.hall.do(command, world.actors()[who]))


def begun(world: World, **more: Any) -> str:
    create = plan.CreatePlan(team_id=world.teams.team, new_plan_id=new_key(), title="New", **more)
    return str(does(world, create)["plan_id"])


def reader(world: World, who: str, language: str = "en") -> FlaskClient:
    client = client_of(world, who)
    client.set_cookie("language", language)
    return client


@pytest.mark.parametrize(
    ("language", "goal", "asks"),
    [
        ("en", "Supervise: everybody has somebody to turn to", "What do we do when an answer worries us?"),
        ("nb", "Veilede: Alle har noen å gå til", "Hva gjør vi når et svar bekymrer oss?"),
        ("nn", "Rettleie: Alle har nokon å gå til", "Kva gjer vi når eit svar uroar oss?"),
        ("sv", "Handleda: Alla har någon att vända sig till", "Vad gör vi när ett svar oroar oss?"),
    ],
)
def test_a_template_is_written_in_the_language_of_who_begins(
    world: World, language: str, goal: str, asks: str
) -> None:
    told = facts_of(world, begun(world, template="peer_support", language=language))
    assert goal in [each.title for each in told.goals]
    assert asks in told.texts["evaluation"]
    assert len(told.measures) == 16
    assert all(measure.due_on for measure in told.measures)
    assert [indicator.target for indicator in told.indicators] == ["2"]


def test_what_a_template_wrote_is_written_on_as_any_text(world: World) -> None:
    plan_id = begun(world, template="first", language="en")
    write = plan.WriteText(plan_id=plan_id, about_id=plan_id, field="why", base_version=1, text="Our reason")
    assert does(world, write)["merged"] is False
    assert facts_of(world, plan_id).texts["why"] == "Our reason"


def test_handing_in_lets_the_network_read_and_taking_back_closes_it(world: World) -> None:
    plan_id, second = world.teams.draft, Actor(user_id=world.teams.of_second)
    does(world, goals.AddGoal(plan_id=plan_id, goal_id=new_key(), title="Nobody alone"))
    neighbour = reader(world, "member of another team")
    pages = [f"/plans/{plan_id}{end}" for end in ("/read", "/versions", "/versions/1/0", "/rows?as=reader")]
    assert {neighbour.get(page).status_code for page in pages} == {403}
    does(world, life.SubmitPlan(plan_id=plan_id))
    assert {neighbour.get(page).status_code for page in pages} == {200}
    client = Client(world.app, second, Wish(stream_id=plan_id, capacity="reader"))
    client.join()
    assert {row["title"] for (_, type_, _), row in client.state.items() if type_ == "goal"} == {
        "Nobody alone"
    }
    does(world, life.TakePlanBack(plan_id=plan_id, from_state="submitted"))
    assert {neighbour.get(page).status_code for page in pages} == {403}
    organiser = reader(world, "organiser")
    assert organiser.get(f"/plans/{plan_id}/read").status_code == 403
    with world.app.app_context(), db.sessionmaker() as session:
        rooms = set(session.scalars(select(PlanText.rooms).where(PlanText.plan_id == plan_id)))
    assert rooms <= {"team"}


def test_two_who_take_it_back_at_once_take_one_step(world: World) -> None:
    plan_id = world.teams.plan
    for _ in range(2):
        does(world, life.TakePlanBack(plan_id=plan_id, from_state="active"))
    assert facts_of(world, plan_id).state == "submitted"


def test_a_plan_that_others_have_borrowed_from_does_not_become_a_draft_again(world: World) -> None:
    plan_id = world.teams.plan
    with world.app.app_context(), unit_of_work() as session:
        copy = Measure(
            id=new_key(),
            stream_id=world.teams.second_plan,
            plan_id=world.teams.second_plan,
            title="The same",
            position=1,
            borrowed_from_id=world.named("a-measure"),
        )
        from cafe.plans.model import WorkPlan

        copy.plan = session.get_one(WorkPlan, world.teams.second_plan)
        session.add(copy)
    does(world, life.TakePlanBack(plan_id=plan_id, from_state="active"))
    with pytest.raises(TooLate):
        does(world, life.TakePlanBack(plan_id=plan_id, from_state="submitted"))
    assert facts_of(world, plan_id).state == "submitted"


def test_what_is_kept_in_a_draft_is_never_shown_to_others(world: World) -> None:
    plan_id = world.teams.draft
    why = plan.WriteText(plan_id=plan_id, about_id=plan_id, field="why", base_version=0, text="A secret")
    does(world, why)
    does(world, life.KeepVersion(plan_id=plan_id))
    does(world, why.model_copy(update={"id": new_key(), "base_version": 1, "text": "Said aloud"}))
    does(world, life.SubmitPlan(plan_id=plan_id))
    with world.app.app_context(), db.sessionmaker() as session:
        assert [each.number for each in versions_of(session, plan_id, is_team=False)] == [2]
        assert [each.number for each in versions_of(session, plan_id, is_team=True)] == [2, 1]
        with pytest.raises(NotFound):
            version_facts(session, plan_id, 1, is_team=False)
    neighbour = reader(world, "member of another team")
    for page in ("versions/1/2", "versions/2/1", "read?version=1"):
        assert neighbour.get(f"/plans/{plan_id}/{page}").status_code == 404
    assert "A secret" in reader(world, "team member").get(f"/plans/{plan_id}/versions/1/2").text


def test_a_leader_signs_what_was_shown_and_is_told_when_it_has_changed_meanwhile(world: World) -> None:
    plan_id = world.teams.draft
    seen = seal(facts_of(world, plan_id))
    sign = life.SignPlanOff(plan_id=plan_id, version=0, seen=seen)
    assert does(world, sign, "leader") == {"version": 1}
    told = facts_of(world, plan_id)
    assert [(each.name, each.version) for each in told.sign_offs] == [("The leader", 1)]
    does(world, goals.AddGoal(plan_id=plan_id, goal_id=new_key(), title="Slipped in"))
    with pytest.raises(TooLate):
        does(world, sign.model_copy(update={"id": new_key()}), "leader")
    with world.app.app_context(), db.sessionmaker() as session:
        assert changed_since(session, plan_facts(session, plan_id), 1)
    assert "Changed since the sign-off" in reader(world, "team member").get(f"/plans/{plan_id}/read").text


def test_work_on_a_measure_does_not_undo_the_sign_off(world: World) -> None:
    plan_id = world.teams.plan
    seen = seal(facts_of(world, plan_id))
    does(world, life.SignPlanOff(plan_id=plan_id, version=0, seen=seen), "leader")
    moved = goals.SetStatus(plan_id=plan_id, measure_id=world.named("a-measure"), status=goals.Status.DONE)
    does(world, moved)
    assert "Changed since" not in reader(world, "organiser").get(f"/plans/{plan_id}/read").text


def test_nothing_new_is_kept_while_nothing_has_changed(world: World) -> None:
    keep = life.KeepVersion(plan_id=world.teams.plan)
    first = does(world, keep)
    assert does(world, keep.model_copy(update={"id": new_key()})) == first


def test_an_answer_is_for_the_team_and_the_organisers_alone(world: World) -> None:
    plan_id = world.teams.plan
    said = "We look forward to it."
    for who, sees in {"team member": True, "organiser": True, "member of another team": False}.items():
        assert (said in reader(world, who).get(f"/plans/{plan_id}/read").text) is sees, who
        capacity = "team" if who == "team member" else "reader"
        client = Client(world.app, world.actors()[who], Wish(stream_id=plan_id, capacity=capacity))
        client.join()
        assert any(type_ == "plan_answer" for _, type_, _ in client.state) is sees, who


def test_what_is_unfinished_is_taken_along_once_with_its_origin(world: World) -> None:
    before = world.teams.plan
    with world.app.app_context(), unit_of_work() as session:
        measure = session.get_one(Measure, world.named("a-measure"))
        measure.origin_kind, measure.origin_session_id, measure.origin_id = "note", "a-session", world.note
        measure.due_on = "2020-01-01"
    done = goals.AddMeasure(plan_id=before, measure_id=new_key(), title="Done already")
    does(world, done)
    does(
        world,
        goals.SetStatus(plan_id=before, measure_id=done.measure_id, status=goals.Status.DONE),
    )
    learnt = plan.WriteText(
        plan_id=before, about_id=world.named("a-measure"), field="learning", base_version=0, text="Slowly"
    )
    does(world, learnt)
    plan_id = begun(world, follows_id=before, carry_over=True)
    does(world, life.CarryOver(plan_id=plan_id, from_plan_id=before))
    told = facts_of(world, plan_id)
    carried = [measure for measure in told.measures if measure.title == "Hire two consultants"]
    assert [(each.origin and each.origin.id, each.due_on, each.texts) for each in carried] == [
        (world.note, None, {"learning": "Slowly"})
    ]
    assert carried[0].goal_id in {goal.id for goal in told.goals if goal.title == "Nobody alone"}
    assert "Done already" not in [measure.title for measure in told.measures]


def test_nothing_is_taken_along_backwards(world: World) -> None:
    running, later = world.teams.plan, world.teams.draft
    with world.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, later).created_at = session.get_one(WorkPlan, running).created_at + 1
    following = begun(world, follows_id=running, carry_over=True)
    for before, after in ((later, running), (following, running), (running, running)):
        with pytest.raises(BadInput):
            does(world, life.CarryOver(plan_id=after, from_plan_id=before))
    client = reader(world, "team member")
    assert 'id="carry"' not in client.get(f"/plans/{running}/more").text, "nothing was before it"
    offered = client.get(f"/plans/{following}/more").text
    assert f'<option value="{running}" selected>' in offered
    assert f'<option value="{later}"' in offered
    assert f'<option value="{following}"' not in offered


def test_what_another_team_has_is_not_taken_along(world: World) -> None:
    with pytest.raises(NotFound):
        does(world, life.CarryOver(plan_id=world.teams.draft, from_plan_id=world.teams.second_plan))


def test_a_version_names_nobody_by_their_account(world: World) -> None:
    plan_id = world.teams.draft
    with world.app.app_context(), unit_of_work() as session:
        from cafe.plans.model import WorkPlan

        session.add(
            Measure(
                id=new_key(),
                stream_id=plan_id,
                plan=session.get_one(WorkPlan, plan_id),
                title="Hers",
                position=1,
                responsible_id=world.teams.lead,
            )
        )
    does(world, life.KeepVersion(plan_id=plan_id))
    with world.app.app_context(), db.sessionmaker() as session:
        from cafe.plans.model import PlanVersion

        kept = session.scalars(select(PlanVersion.facts).where(PlanVersion.plan_id == plan_id)).one()
        assert "The lead" not in str(kept)
        assert version_facts(session, plan_id, 1, is_team=True).measures[0].who == "The lead"
        assert session.scalars(select(Indicator).where(Indicator.plan_id == plan_id)).all() == []


def test_versions_are_listed_on_every_database(app: Flask) -> None:
    world = make_world(app)
    plan_id = world.teams.draft
    does(world, life.KeepVersion(plan_id=plan_id))
    does(world, life.SubmitPlan(plan_id=plan_id))
    with app.app_context(), db.sessionmaker() as session:
        others = versions_of(session, plan_id, is_team=False)
        assert [(each.number, each.reason) for each in others] == [(2, "submitted")]
        assert len(versions_of(session, plan_id, is_team=True)) == 2


def test_what_is_measured_goes_on_in_the_next_period(world: World) -> None:
    before = world.teams.plan
    (measured,) = facts_of(world, before).indicators
    does(
        world,
        indicators.SetIndicator(
            plan_id=before,
            indicator_id=measured.id,
            title=measured.title,
            measure_id=world.named("a-measure"),
        ),
    )

    def enter(plan_id: str, indicator_id: str, taken_on: str, value: str) -> None:
        asked = {"plan_id": plan_id, "indicator_id": indicator_id, "taken_on": taken_on, "value": value}
        does(world, indicators.EnterMeasurement(**asked))

    plan_id = begun(world, follows_id=before, carry_over=True)
    (copy,) = facts_of(world, plan_id).indicators
    assert copy.measure_id in {each.id for each in facts_of(world, plan_id).measures}
    assert [each.value for each in copy.measurements] == [each.value for each in measured.measurements]
    enter(before, measured.id, "2026-04-01", "7")
    enter(before, measured.id, "2026-04-02", "8")
    enter(plan_id, copy.id, "2026-04-02", "9")
    does(world, life.SubmitPlan(plan_id=plan_id))
    (copy,) = facts_of(world, plan_id).indicators
    assert [(each.taken_on, each.value) for each in copy.measurements][-2:] == [
        ("2026-04-01", "7"),
        ("2026-04-02", "9"),
    ]
    with world.app.app_context(), db.sessionmaker() as session:
        due = due_measurements_of(session, [world.teams.team], date(2027, 1, 1))
    assert [each.plan_id for each in due] == [plan_id], "not in the plan before as well"


def test_what_went_on_in_the_plan_between_is_not_carried_from_the_one_before_it(world: World) -> None:
    first = world.teams.plan
    second = begun(world, follows_id=first, carry_over=True)
    does(world, life.SubmitPlan(plan_id=second))
    left_out = goals.AddMeasure(plan_id=first, measure_id=new_key(), title="Begun late in the first")
    does(world, left_out)
    third = begun(world, follows_id=second, carry_over=True)
    titles = [each.title for each in facts_of(world, third).measures]
    does(world, life.CarryOver(plan_id=third, from_plan_id=first))
    assert [each.title for each in facts_of(world, third).measures] == [*titles, left_out.title]
    assert len(facts_of(world, third).indicators) == 1
