"""The pages of a plan's life: forms that keep what was typed, and lose nothing when two send at once."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

from cafe.actor import Actor
from cafe.db import db
from cafe.plans.commands import life, plan
from cafe.plans.facts import PlanFacts, plan_facts
from tests.integration.road.test_routes import client_of
from tests.support.world import World

HERE = {"Origin": "http://localhost"}


def browser_of(world: World, who: str = "team member") -> FlaskClient:
    client = client_of(world, who)
    client.set_cookie("language", "en")
    return client


def sends(client: FlaskClient, address: str, **typed: Any) -> Any:
    return client.post(address, data=typed, headers=HERE)


def facts_of(world: World, plan_id: str) -> PlanFacts:
    with world.app.app_context(), db.sessionmaker() as session:
        return plan_facts(session, plan_id)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" type="hidden" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def test_a_plan_is_begun_from_a_template_in_one_form(world: World) -> None:
    client, address = browser_of(world), f"/teams/{world.teams.team}/plans/new"
    page = client.get(address).text
    answer = sends(
        client,
        address,
        id=hidden(page, "id"),
        title="Recovery everywhere",
        template="recovery_contacts",
        from_gathering_id="",
        to_gathering_id=world.hall.gathering_id,
        follows_id="",
    )
    assert answer.status_code == 302
    told = facts_of(world, hidden(page, "id"))
    assert (told.title, told.state, told.template) == ("Recovery everywhere", "draft", "recovery_contacts")
    assert told.to_gathering
    assert told.to_gathering.id == world.hall.gathering_id
    assert [len(told.measures_of(goal.id)) for goal in told.goals] == [3, 3, 1]


def test_a_form_that_is_refused_keeps_what_was_typed(world: World) -> None:
    client, plan_id = browser_of(world), world.teams.plan
    key = facts_of(world, plan_id).funding[0].id
    answer = sends(
        client,
        f"/plans/{plan_id}/funding/{key}",
        **{f"{key}-source": "The state", f"{key}-amount": "a lot", f"{key}-currency": "NOK"},
    )
    assert answer.status_code == 400
    assert "Write a whole number" in answer.text
    assert 'value="The state"' in answer.text
    assert "a lot" in answer.text


def test_money_is_typed_with_spaces_and_read_as_a_number(world: World) -> None:
    client, plan_id = browser_of(world), world.teams.plan
    new = {"source": "The region", "amount": "1 250\N{NO-BREAK SPACE}000", "currency": "SEK", "words": ""}
    typed = {f"new-funding-{name}": value for name, value in new.items()}
    answer = sends(client, f"/plans/{plan_id}/funding/new", id="a-new-source", **typed)
    assert answer.status_code == 302
    again = sends(client, f"/plans/{plan_id}/funding/new", id="a-new-source", **typed)
    assert again.status_code == 302
    told = [row for row in facts_of(world, plan_id).funding if row.source == "The region"]
    assert [(row.amount, row.currency) for row in told] == [(1_250_000, "SEK")]


def test_two_who_write_in_a_turn_at_once_lose_nothing(world: World) -> None:
    plan_id, cycle_id = world.teams.plan, world.named("a-cycle")
    address = f"/plans/{plan_id}/cycles/{cycle_id}"
    first, second = browser_of(world), browser_of(world, "leader")
    begun = {"question": "Do more come?", "question_version": "0", "starts_on": "2027-02-08"}
    assert sends(first, address, **begun).status_code == 302
    for client, words in ((first, "Do more people come?\r\n"), (second, "Do more come on Mondays?")):
        sends(client, address, question=words, question_version="1", starts_on="2027-02-08", ended_as="adapt")
    turn = next(cycle for cycle in facts_of(world, plan_id).cycles if cycle.id == cycle_id)
    assert "people" in turn.texts["question"]
    assert "Mondays" in turn.texts["question"]
    assert (turn.act, turn.starts_on) == ("adapt", "2027-02-08")


def test_a_turn_that_is_saved_leaves_what_another_wrote_elsewhere_in_it(world: World) -> None:
    plan_id, cycle_id = world.teams.plan, world.named("a-cycle")
    address, member = f"/plans/{plan_id}/cycles/{cycle_id}", world.actors()["team member"]
    page = browser_of(world).get(address).text
    write = plan.WriteText(plan_id=plan_id, about_id=cycle_id, field="do", base_version=0, text="Five came")
    world.hall.do(write, member)
    versions = {name: hidden(page, name) for name in ("do_version", "study_version")}
    sends(browser_of(world, "leader"), address, do="", study="More than we thought", **versions)
    turn = next(cycle for cycle in facts_of(world, plan_id).cycles if cycle.id == cycle_id)
    assert turn.texts == {"do": "Five came", "study": "More than we thought"}


def test_what_is_taken_out_can_be_put_back(world: World) -> None:
    client, plan_id = browser_of(world), world.teams.plan
    pilot = facts_of(world, plan_id).pilots[0]
    sends(client, f"/plans/{plan_id}/take-out", kind="pilot", row_id=pilot.id)
    assert facts_of(world, plan_id).pilots == ()
    assert pilot.title in client.get(f"/plans/{plan_id}/more").text
    sends(client, f"/plans/{plan_id}/take-out", kind="pilot", row_id=pilot.id, back="yes")
    assert facts_of(world, plan_id).pilots == (pilot,)


def test_the_leader_signs_off_by_the_page_and_others_have_no_button(world: World) -> None:
    plan_id, words = world.teams.draft, "I stand by the plan as it is now"
    assert words not in browser_of(world).get(f"/plans/{plan_id}/more").text
    leader = browser_of(world, "leader")
    page = leader.get(f"/plans/{plan_id}/more").text
    seen = re.search(r'name="seen" value="(\w{64})"', page)
    assert words in page
    assert seen
    sends(leader, f"/plans/{plan_id}/step", step="sign", version=0, seen=seen[1], id="a-sign-off-key")
    assert facts_of(world, plan_id).sign_offs[0].name == "The leader"


def test_an_organiser_answers_on_the_page_that_is_read(world: World) -> None:
    plan_id = world.teams.second_plan
    organiser = browser_of(world, "organiser")
    assert sends(organiser, f"/plans/{plan_id}/answer", text="Well begun").status_code == 302
    assert "Well begun" in browser_of(world, "member of another team").get(f"/plans/{plan_id}/read").text
    assert "Well begun" not in browser_of(world).get(f"/plans/{plan_id}/read").text


def test_two_versions_are_told_apart_in_words_and_not_by_colour_alone(world: World) -> None:
    plan_id, member = world.teams.plan, world.actors()["team member"]
    write = plan.WriteText(
        plan_id=plan_id, about_id=plan_id, field="why", base_version=1, text="Because we heard it"
    )
    world.hall.do(write, member)
    page = browser_of(world).get(f"/plans/{plan_id}/versions/1/0").text
    assert '<ins><span class="ds-sr-only">came: </span> we heard it</ins>' in page
    chosen = browser_of(world).get(f"/plans/{plan_id}/versions?before=1&after=0")
    assert chosen.headers["Location"].endswith(f"/plans/{plan_id}/versions/1/0")


def test_the_leader_is_told_what_waits_for_a_sign_off_and_nobody_else(world: World) -> None:
    team = f"/teams/{world.teams.team}"
    world.hall.do(life.SubmitPlan(plan_id=world.teams.draft), Actor(user_id=world.teams.lead))
    more = f"/plans/{world.teams.draft}/more"
    assert more in browser_of(world, "leader").get(team).text
    assert "Waits for your sign-off" not in browser_of(world, "team lead").get(team).text
    leader = browser_of(world, "leader")
    page = leader.get(more).text
    sign = {"step": "sign", "version": "1", "seen": hidden_in(page, "seen")}
    assert sends(leader, f"/plans/{world.teams.draft}/step", **sign).status_code == 302
    assert more not in leader.get(team).text
    assert "I stand by the plan" not in leader.get(more).text, "the same version is not signed twice"


def hidden_in(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def test_a_button_that_is_none_of_ours_hands_nothing_in(world: World) -> None:
    client = browser_of(world, "team lead")
    draft = f"/plans/{world.teams.draft}"
    for typed in ({"step": "nonsense"}, {}):
        assert sends(client, f"{draft}/step", **typed).status_code == 400
    assert sends(client, f"{draft}/take-out", kind="nonsense", row_id="x").status_code == 400
    assert facts_of(world, world.teams.draft).state == "draft"
    score = f"/plans/{world.teams.plan}/reports/{world.hall.gathering_id}/score"
    assert sends(client, score, by="team").status_code == 400
