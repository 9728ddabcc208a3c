"""The page of a plan: its team works on it, others are led to where it is read, a draft is nobody else's."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cafe.actor import Actor
from cafe.plans.commands.goals import ChangeMeasure
from cafe.plans.commands.plan import WriteText
from tests.integration.road.test_routes import client_of
from tests.support.plan_samples import MEASURE
from tests.support.world import World


def page_data(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="page">(.*?)</script>', html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_team_opens_its_plan_with_rows_people_and_gatherings(world: World) -> None:
    response = client_of(world, "team member").get(f"/plans/{world.teams.plan}")
    data = page_data(response.text)
    assert (data["as"], data["me"], data["writers"]) == ("team", world.teams.member, [world.teams.member])
    assert {person["id"] for person in data["people"]} == {
        world.teams.member,
        world.teams.lead,
        world.teams.leader,
    }
    assert world.hall.gathering_id in {gathering["id"] for gathering in data["gatherings"]}
    assert "Hire two consultants" in response.text
    assert f'href="/plans/{world.teams.plan}" aria-current="page"' in response.text


@pytest.mark.parametrize("who", ["member of another team", "organiser"])
def test_others_are_led_to_where_a_plan_is_read(world: World, who: str) -> None:
    response = client_of(world, who).get(f"/plans/{world.teams.plan}")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/plans/{world.teams.plan}/read"


@pytest.mark.parametrize("who", ["member of another team", "organiser", "member elsewhere"])
def test_a_draft_is_its_teams_alone(world: World, who: str) -> None:
    assert client_of(world, who).get(f"/plans/{world.teams.draft}").status_code == 403
    assert client_of(world, "team lead").get(f"/plans/{world.teams.draft}").status_code == 200


def test_the_texts_a_field_has_had_are_read_by_the_team_alone(world: World) -> None:
    plan_id = world.teams.plan
    for base, text in enumerate(("Because of it", "Because of that"), start=1):
        write = WriteText(plan_id=plan_id, about_id=plan_id, field="why", base_version=base, text=text)
        world.hall.do(write, Actor(user_id=world.teams.member))
    address = f"/plans/{plan_id}/texts/{plan_id}/why/history"
    texts = client_of(world, "team lead").get(address).get_json()["texts"]
    assert [past["text"] for past in texts] == ["Because of it", "Because"]
    assert client_of(world, "member of another team").get(address).status_code == 403
    unwritten = f"/plans/{plan_id}/texts/{world.named(MEASURE)}/barrier/history"
    assert client_of(world, "team lead").get(unwritten).get_json() == {"texts": []}


def test_a_name_with_markup_stays_a_name_in_the_page(world: World) -> None:
    title = "</script><script>alert(1)</script>"
    change = ChangeMeasure(plan_id=world.teams.plan, measure_id=world.named(MEASURE), title=title)
    world.hall.do(change, Actor(user_id=world.teams.member))
    html = client_of(world, "team member").get(f"/plans/{world.teams.plan}").text
    assert "<script>alert" not in html
    assert title in json.dumps(page_data(html))
