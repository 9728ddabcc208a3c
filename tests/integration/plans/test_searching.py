"""Searching a network: who finds what; and the measures of others that are like one that is being written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.harvest.commands.conclusions import WriteConclusion
from cafe.harvest.commands.publication import Readers, Unpublish
from cafe.plans.commands.goals import AddGoal, AddMeasure, RemoveMeasure
from cafe.plans.commands.plan import WriteText
from cafe.plans.commands.reports import ReopenReport
from cafe.search import pace
from tests.support.conclusion_samples import HOME
from tests.support.plan_samples import begun, in_state
from tests.support.report_samples import about
from tests.support.taking_home import english, publish_conclusion
from tests.support.world import World, make_world

WORD = "kveldsåpne"


@pytest.fixture(autouse=True)
def unhurried() -> Iterator[None]:
    pace.forget_pace()
    yield
    pace.forget_pace()


def search(world: World, who: str, words: str) -> str:
    answer = english(world, who).get(f"/networks/{world.teams.network}/search", query_string={"words": words})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def like(client: FlaskClient, plan_id: str, words: str) -> dict[str, Any]:
    answer = client.get(f"/plans/{plan_id}/like", query_string={"words": words})
    assert answer.status_code == 200
    return dict(answer.get_json())


def measure(world: World, plan_id: str, title: str, actor: Actor) -> str:
    key = new_key()
    world.hall.do(AddMeasure(plan_id=plan_id, measure_id=key, title=title), actor)
    return key


def test_everything_that_may_be_read_is_found_and_nothing_else_on_every_database(app: Flask) -> None:
    world = make_world(app)
    teams, member = world.teams, world.actors()["team member"]
    first = measure(world, teams.plan, f"Huset har {WORD} dører", member)
    draft = measure(world, teams.draft, f"Hemmelig {WORD} utkast", member)
    gone = measure(world, teams.plan, f"{WORD} tatt ut", member)
    world.hall.do(RemoveMeasure(plan_id=teams.plan, measure_id=gone), member)
    goal = new_key()
    world.hall.do(AddGoal(plan_id=teams.plan, goal_id=goal, title="Et annet mål"), member)
    text = WriteText(plan_id=teams.plan, about_id=goal, field="why", base_version=0, text=f"For {WORD} hus")
    world.hall.do(text, member)
    elsewhere = Actor(user_id=teams.of_elsewhere)
    theirs = begun(world, teams.elsewhere, elsewhere, "Elsewhere")
    measure(world, theirs, f"{WORD} i et annet nettverk", elsewhere)
    in_state(world, theirs, "active")

    own = search(world, "team member", "kveldsåpne")
    assert f"#measure-{first}" in own
    assert f"#measure-{draft}" in own
    assert "a draft: only your team sees it" in own
    assert f"<mark>{WORD}</mark>" in own
    for who in ("member of another team", "organiser"):
        html = search(world, who, "kveldsåpne")
        assert f"#measure-{first}" in html
        assert f"#goal-{goal}" in html
        assert "Hemmelig" not in html
        assert "tatt ut" not in html
        assert "annet nettverk" not in html
    in_state(world, teams.plan, "draft")
    assert "Nothing has all of these words" in search(world, "organiser", "kveldsåpne")
    assert "annet nettverk" not in search(world, "member of another team", "kveldsåpne")


def test_conclusions_are_found_in_the_words_they_were_published_in(world: World) -> None:
    assert "conclusion-" not in search(world, "team member", "begins")
    address = publish_conclusion(world, Readers.NETWORK)
    link = f"{address}#conclusion-{world.named(HOME)}"
    assert link in search(world, "team member", "begins")
    write = WriteConclusion(
        session_id=world.session_id,
        conclusion_id=world.named(HOME),
        title="A home",
        base_version=1,
        text="Something not published",
    )
    world.hall.do(write)
    assert link in search(world, "organiser", "begins home")
    assert link not in search(world, "organiser", "something")
    world.hall.do(Unpublish(session_id=world.session_id))
    assert link not in search(world, "team member", "begins")


def test_an_empty_search_says_what_can_be_found_and_many_finds_are_folded(world: World) -> None:
    member = world.actors()["team member"]
    assert "parts of longer words" in search(world, "team member", " ")
    for number in range(25):
        measure(world, world.teams.plan, f"Nummer {number}", member)
    html = search(world, "organiser", "nummer")
    assert html.count("<mark>") == 20
    assert "all=measures" in html
    client = english(world, "organiser")
    more = client.get(f"/networks/{world.teams.network}/search?words=nummer&all=measures")
    assert more.get_data(as_text=True).count("<mark>") == 25


def test_measures_of_others_like_the_one_that_is_typed_are_told_of_and_can_be_borrowed(world: World) -> None:
    teams, client = world.teams, english(world, "team member")
    of_second = Actor(user_id=teams.of_second)
    theirs = measure(world, teams.second_plan, "Recoverykurs for nye medarbeidarar", of_second)
    measure(world, teams.second_plan, "Kurs i recovery for medarbeidere", of_second)
    measure(world, teams.plan, "Recoverykurs som vårt eget team har", world.actors()["team member"])
    found = like(client, teams.plan, "Kurs i recovery for medarbei")
    assert found["number"] == 1
    assert found["said"] == "1 other has a measure like this"
    (first,) = found["measures"]
    assert first["title"] == "Kurs i recovery for medarbeidere"
    assert first["organisation"]
    found = like(client, teams.plan, "recoverykurs for medarbeidarar")
    assert found["measures"][0]["id"] == theirs
    for nonsense in ("Kjøpe ny båt", "Lage plan for", "", "kurs i båtliv og fiske på fjorden"):
        assert like(client, teams.plan, nonsense) == {"number": 0, "said": "", "measures": []}
    in_state(world, teams.second_plan, "draft")
    assert like(client, teams.plan, "Kurs i recovery for medarbeidere")["number"] == 0
    assert english(world, "member of another team").get(f"/plans/{teams.plan}/like").status_code == 403


def test_a_report_is_found_by_others_while_it_is_handed_in(world: World) -> None:
    link = f"/plans/{world.teams.plan}/reports/{world.hall.gathering_id}"
    assert link in search(world, "member of another team", "ask before")
    world.hall.do(ReopenReport(**about(world)), world.actors()["team member"])
    assert link in search(world, "team member", "ask before")
    for who in ("member of another team", "organiser"):
        assert link not in search(world, who, "ask before")
