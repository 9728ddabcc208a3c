"""Measures that teams have from one another: copied with whose they were, and their owners told kindly."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import BadInput, NotFound
from cafe.plans.commands.goals import AddMeasure, RemoveMeasure
from cafe.plans.commands.plan import WriteText
from cafe.plans.commands.sharing import BorrowMeasure, SeeKindWord
from cafe.plans.model import KindWord, Measure, PlanText
from cafe.plans.queries.origins import lenders_of
from cafe.plans.queries.sharing import kind_words
from tests.integration.road.test_routes import client_of
from tests.support.plan_samples import MEASURE, begun, in_state
from tests.support.sharing_samples import BORROWED, THEIRS
from tests.support.taking_home import publish_conclusion, taken_home
from tests.support.world import World


def member(world: World) -> Actor:
    return world.actors()["team member"]


def of_second(world: World) -> Actor:
    return world.actors()["member of another team"]


def borrowed(world: World, actor: Actor, plan_id: str, from_measure: str) -> Measure:
    key = new_key()
    world.hall.do(BorrowMeasure(plan_id=plan_id, measure_id=key, from_measure_id=from_measure), actor)
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Measure, key)


def words_for(world: World, team_id: str) -> list[tuple[str, str]]:
    with world.app.app_context(), db.sessionmaker() as session:
        return [(word.measure, word.borrowed_plan_id) for word in kind_words(session, team_id)]


def test_a_borrowed_measure_is_a_copy_with_whose_it_was_and_what_it_came_from(world: World) -> None:
    teams, theirs = world.teams, world.named(THEIRS)
    about: dict[str, Any] = {"plan_id": teams.second_plan, "about_id": theirs, "base_version": 0}
    world.hall.do(WriteText(**about, field="about", text="Every other week"), of_second(world))
    world.hall.do(WriteText(**about, field="barrier", text="No time"), of_second(world))
    copy = borrowed(world, member(world), teams.plan, theirs)
    assert (copy.title, copy.borrowed_from_id, copy.borrowed_from_team_id) == (
        "Supervise the consultants",
        theirs,
        teams.second,
    )
    assert (copy.status, copy.responsible, copy.due_on) == ("not_started", "", None)
    with world.app.app_context(), db.sessionmaker() as session:
        texts = session.scalars(select(PlanText).where(PlanText.about_id == copy.id)).all()
    assert [(text.field, text.text) for text in texts] == [("about", "Every other week")]

    publish_conclusion(world)
    origin = taken_home(world, of_second(world), teams.second_plan, "note", world.note)
    copy = borrowed(world, member(world), teams.plan, origin)
    assert (copy.origin_kind, copy.origin_id, copy.origin_words) == ("note", world.note, "Æ note")


def test_a_draft_what_was_taken_out_and_another_network_lend_nothing(world: World) -> None:
    teams = world.teams
    hidden = new_key()
    world.hall.do(AddMeasure(plan_id=teams.draft, measure_id=hidden, title="Not yet"), member(world))
    with pytest.raises(NotFound):
        borrowed(world, of_second(world), teams.second_plan, hidden)
    with pytest.raises(BadInput):
        borrowed(world, member(world), teams.plan, world.named(MEASURE))
    elsewhere = Actor(user_id=teams.of_elsewhere)
    theirs = begun(world, teams.elsewhere, elsewhere, "Elsewhere")
    with pytest.raises(NotFound):
        borrowed(world, elsewhere, theirs, world.named(MEASURE))
    gone = RemoveMeasure(plan_id=teams.second_plan, measure_id=world.named(THEIRS))
    world.hall.do(gone, of_second(world))
    with pytest.raises(NotFound):
        borrowed(world, member(world), teams.plan, world.named(THEIRS))


def test_the_first_source_stays_to_be_seen_however_often_a_measure_is_lent_on(world: World) -> None:
    teams = world.teams
    again = borrowed(world, member(world), teams.plan, world.named(BORROWED))
    with world.app.app_context(), db.sessionmaker() as session:
        second = lenders_of(session, teams.second_plan)[world.named(BORROWED)]
        chain = lenders_of(session, teams.plan)[again.id]
    assert [lender.team_id for lender in second] == [teams.team]
    assert [lender.team_id for lender in chain] == [teams.second, teams.team]
    assert [lender.plan_id for lender in chain] == [teams.second_plan, teams.plan]
    in_state(world, teams.second_plan, "draft")
    with world.app.app_context(), db.sessionmaker() as session:
        chain = lenders_of(session, teams.plan)[again.id]
    assert [lender.plan_id for lender in chain] == [None, teams.plan]  # named still, and not led to


def test_the_owner_is_told_kindly_until_it_is_seen_and_never_of_a_draft(world: World) -> None:
    teams = world.teams
    told = [("Hire two consultants", teams.second_plan)]
    assert words_for(world, teams.team) == told
    borrowed(world, of_second(world), teams.second_plan, world.named(MEASURE))
    assert words_for(world, teams.team) == told  # once is enough
    in_state(world, teams.second_plan, "draft")
    assert words_for(world, teams.team) == []
    in_state(world, teams.second_plan, "submitted")
    assert words_for(world, teams.team) == told
    with world.app.app_context(), db.sessionmaker() as session:
        word_id = session.scalars(select(KindWord.id).where(KindWord.team_id == teams.team)).one()
    with pytest.raises(NotFound):
        world.hall.do(SeeKindWord(team_id=teams.second, word_id=word_id), of_second(world))
    client_of(world, "team member").post(f"/teams/{teams.team}/kind-words/{word_id}")
    assert words_for(world, teams.team) == []
    assert words_for(world, teams.second) == []


def test_one_press_borrows_where_there_is_one_plan_and_asks_where_there_are_two(world: World) -> None:
    teams = world.teams
    press = f"/plans/{teams.plan}/measures/{world.named(MEASURE)}/borrow"
    client = client_of(world, "member of another team")
    assert f"/plans/{teams.second_plan}#measure-" in client.post(press).headers["Location"]
    press = f"/plans/{teams.second_plan}/measures/{world.named(THEIRS)}/borrow"
    client = client_of(world, "team member")
    assert client.post(press).headers["Location"] == press
    asked = client.get(press).get_data(as_text=True)
    assert "Supervise the consultants" in asked
    assert teams.plan in asked
    assert teams.draft in asked
    answer = client.post(press, data={"home": teams.draft})
    assert f"/plans/{teams.draft}#measure-" in answer.headers["Location"]
    assert client_of(world, "nobody").post(press).status_code in {302, 403}


def test_who_has_reported_is_led_to_a_plan_to_borrow_into_and_back(world: World) -> None:
    teams = world.teams
    in_state(world, teams.second_plan, "reported")
    press = f"/plans/{teams.plan}/measures/{world.named(MEASURE)}/borrow"
    client = client_of(world, "member of another team")
    assert client.post(press).headers["Location"] == press
    page = client.get(press).get_data(as_text=True)
    assert f'href="/teams/{teams.second}/plans/new?then={press}"' in page
