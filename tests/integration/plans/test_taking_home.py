"""What a gathering came to becomes goals and measures that keep where they are from; ways back and forth."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import NotAllowed, NotFound
from cafe.harvest.commands.conclusions import WriteConclusion
from cafe.harvest.commands.publication import Readers, Unpublish
from cafe.plans.commands.goals import AddGoal, AddMeasure, RemoveMeasure
from cafe.plans.commands.plan import CreatePlan
from cafe.plans.model import Goal, Measure
from tests.support.board_samples import TRUST
from tests.support.conclusion_samples import HOME, STEP
from tests.support.plan_samples import begun, in_state
from tests.support.taking_home import english, publish_conclusion, taken_home
from tests.support.world import World


@pytest.fixture
def address(world: World) -> str:
    return publish_conclusion(world)


def member(world: World) -> Actor:
    return world.actors()["team member"]


def row_of(world: World, as_kind: str, row_id: str) -> Goal | Measure:
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Goal, row_id) if as_kind == "goal" else session.get_one(Measure, row_id)


def read(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.get_data(as_text=True)


def section(html: str, anchor: str) -> str:
    """Give what follows a place on a page until the next heading or list entry with a place of its own."""
    assert f'id="{anchor}"' in html, anchor
    after = html.split(f'id="{anchor}"', 1)[1]
    return re.split(r"<(?:h[2-4]|li) id=", after)[0]


def hrefs(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("kind", "thing", "words"),
    [
        ("conclusion", HOME, "A home\n\nIt begins with a home"),
        ("theme", TRUST, "Trust"),
        ("note", None, "Æ note"),
        ("next_step", STEP, "Begin"),
    ],
)
@pytest.mark.parametrize("as_kind", ["goal", "measure"])
def test_a_thing_is_taken_home_in_the_words_it_was_published_in(
    world: World, address: str, kind: str, thing: str | None, words: str, as_kind: str
) -> None:
    assert address
    thing_id = world.named(thing) if thing else world.note
    row_id = taken_home(world, member(world), world.teams.plan, kind, thing_id, as_kind)
    row = row_of(world, as_kind, row_id)
    assert (row.title, row.origin_words) == (words.partition("\n")[0], words)
    assert (row.origin_kind, row.origin_session_id, row.origin_id) == (kind, world.session_id, thing_id)
    assert taken_home(world, member(world), world.teams.plan, kind, thing_id, as_kind) == row_id


def test_only_what_is_published_and_may_be_read_is_taken_home(world: World) -> None:
    teams, home = world.teams, world.named(HOME)
    with pytest.raises(NotFound):
        taken_home(world, member(world), teams.plan, "conclusion", home)
    publish_conclusion(world, Readers.EVERYONE)
    draft = new_key()
    write = WriteConclusion(
        session_id=world.session_id, conclusion_id=draft, title="Not yet", base_version=0, text="Nobody knows"
    )
    world.hall.do(write)
    for thing in (draft, world.binned, "no-such-thing"):
        for kind in ("conclusion", "note"):
            with pytest.raises(NotFound):
                taken_home(world, member(world), teams.plan, kind, thing)
    with pytest.raises(NotAllowed):
        taken_home(world, world.actors()["member of another team"], teams.plan, "conclusion", home)
    elsewhere = Actor(user_id=teams.of_elsewhere)
    theirs = begun(world, teams.elsewhere, elsewhere, "Elsewhere")
    with pytest.raises(NotFound):  # everyone may read it; it is another network's all the same
        taken_home(world, elsewhere, theirs, "conclusion", home)
    back = f"/cafe/{world.session_id}/said/conclusion/{home}"
    assert english(world, "team member").get(back).status_code == 302
    world.hall.do(Unpublish(session_id=world.session_id))
    assert english(world, "team member").get(back).status_code == 404
    with pytest.raises(NotFound):
        taken_home(world, member(world), teams.plan, "conclusion", home)


def test_a_press_on_the_published_page_takes_home_where_there_is_one_plan_and_asks_where_there_are_two(
    world: World, address: str
) -> None:
    key, ask = f"conclusion:{world.named(HOME)}", f"/cafe/{world.session_id}/take-home"
    second = english(world, "member of another team")
    assert ask in read(second, address)
    answer = second.post(f"{ask}?as=goal", data={"take": key, "back": "page"})
    assert answer.headers["Location"] == f"{address}?taken={key}#taken"
    after = read(second, f"{address}?taken={key}")
    assert 'id="taken"' in after
    assert "In your plan:" in section(after, "taken")
    with world.app.app_context(), db.sessionmaker() as session:
        goal = session.scalars(select(Goal).where(Goal.plan_id == world.teams.second_plan)).one()
    assert (goal.title, goal.origin_kind) == ("A home", "conclusion")

    first = english(world, "team member")  # has a plan that is active, and a draft
    answer = first.post(ask, data={"take": key})
    assert answer.status_code == 302
    asked = read(first, answer.headers["Location"])
    assert re.search(rf'value="{key}" checked', asked)
    assert {world.teams.plan, world.teams.draft} <= set(re.findall(r'<option value="([^":]+)', asked))
    several = {"take": [key, f"next_step:{world.named(STEP)}"], "home": world.teams.draft, "as": "measure"}
    assert first.post(ask, data=several).headers["Location"].startswith(f"/plans/{world.teams.draft}")
    with world.app.app_context(), db.sessionmaker() as session:
        taken = session.scalars(select(Measure).where(Measure.plan_id == world.teams.draft)).all()
    assert {measure.origin_kind for measure in taken} == {"conclusion", "next_step"}
    assert "In your plan already" in read(first, ask)
    assert "Nothing is ticked yet" in read(first, first.post(ask, data={}).headers["Location"])


def test_who_has_reported_begins_the_next_plan_and_comes_back_to_taking_home(
    world: World, address: str
) -> None:
    teams, key = world.teams, f"conclusion:{world.named(HOME)}"
    ask = f"/cafe/{world.session_id}/take-home"
    in_state(world, teams.second_plan, "reported")
    second = english(world, "member of another team")
    assert ask in read(second, address)
    asked = second.post(ask, data={"take": key, "as": "goal"}).headers["Location"]
    begin = next(href for href in hrefs(read(second, asked)) if f"/teams/{teams.second}/plans/new" in href)
    page = read(second, begin.replace("&amp;", "&"))
    form = dict(re.findall(r'<input[^>]* name="(id|then)"[^>]* value="([^"]*)"', page))
    typed = {"id": form["id"], "then": form["then"].replace("&amp;", "&"), "title": "Their next year"}
    back = second.post(f"/teams/{teams.second}/plans/new", data=typed).headers["Location"]
    asked_again = read(second, back)
    assert re.search(rf'value="{key}" checked', asked_again)
    assert re.search(r'value="goal" checked', asked_again)
    assert form["id"] in asked_again
    assert ask not in read(english(world, "organiser"), address)


def test_a_plan_begun_leads_nowhere_else(world: World) -> None:
    path = f"/teams/{world.teams.second}/plans/new"
    typed = {"id": new_key(), "then": "https://elsewhere.example/", "title": "Their next year"}
    answer = english(world, "member of another team").post(path, data=typed)
    assert answer.headers["Location"] == f"/plans/{typed['id']}"


def test_all_or_nothing_is_taken_home(world: World, address: str) -> None:
    assert address
    client = english(world, "member of another team")
    wanted = {"take": [f"conclusion:{world.named(HOME)}", "note:no-such-note"]}
    client.post(f"/cafe/{world.session_id}/take-home", data=wanted)
    with world.app.app_context(), db.sessionmaker() as session:
        query = select(Measure).where(
            Measure.plan_id == world.teams.second_plan, Measure.origin_id.is_not(None)
        )
        assert session.scalars(query).all() == []


def test_the_public_sees_numbers_the_network_links_and_nobody_a_draft(world: World) -> None:
    address, home, teams = publish_conclusion(world, Readers.EVERYONE), world.named(HOME), world.teams
    taken_home(world, member(world), teams.draft, "conclusion", home)
    for who in ("nobody", "member of another team", "organiser", "member elsewhere"):
        html = read(english(world, who), address)
        assert "made a measure" not in html
        assert teams.draft not in html
    assert teams.draft in section(read(english(world, "team member"), address), f"conclusion-{home}")

    goal = taken_home(world, member(world), teams.plan, "conclusion", home, "goal")
    add = AddMeasure(plan_id=teams.plan, measure_id=new_key(), goal_id=goal, title="Buy a house together")
    world.hall.do(add, member(world))
    taken_home(world, Actor(user_id=teams.of_second), teams.second_plan, "conclusion", home)
    said = "2 municipalities have made measures of this"
    for path in (address, f"{address}/tables"):
        for who in ("nobody", "member elsewhere", "guest"):
            html = read(english(world, who), path)
            assert said in html
            assert "Buy a house together" not in html
            assert "/plans/" not in html
        for who in ("member of another team", "organiser"):
            html = read(english(world, who), path)
            assert said in html
            assert "Buy a house together (" in html
    in_state(world, teams.plan, "draft")
    assert "1 municipality has made a measure of this" in read(english(world, "nobody"), address)


def test_what_was_carried_over_stands_once_where_the_reader_sees_it_go_on(world: World, address: str) -> None:
    home, teams = world.named(HOME), world.teams
    goal = taken_home(world, member(world), teams.plan, "conclusion", home, "goal")
    measure = new_key()
    add = AddMeasure(plan_id=teams.plan, measure_id=measure, goal_id=goal, title="A key")
    world.hall.do(add, member(world))
    after = CreatePlan(
        team_id=teams.team, new_plan_id=new_key(), title="After", follows_id=teams.plan, carry_over=True
    )
    world.hall.do(after, member(world))

    def plans_under(who: str) -> list[str]:
        links = hrefs(section(read(english(world, who), address), f"conclusion-{home}"))
        return [re.split("[/#]", link)[2] for link in links if link.startswith("/plans/")]

    assert plans_under("team member") == [after.new_plan_id] * 2, "the goal and the measure"
    assert plans_under("organiser") == [teams.plan] * 2, "the draft is not theirs to see"
    in_state(world, after.new_plan_id, "submitted")
    assert plans_under("organiser") == [after.new_plan_id] * 2


def test_the_whole_chain_is_followed_by_links_from_a_note_to_a_measure_and_back(
    world: World, address: str
) -> None:
    home, trust, teams = world.named(HOME), world.named(TRUST), world.teams
    client = english(world, "team member")
    goal = taken_home(world, member(world), teams.plan, "conclusion", home, "goal")
    measure = new_key()
    world.hall.do(
        AddMeasure(plan_id=teams.plan, measure_id=measure, goal_id=goal, title="A key"), member(world)
    )

    # Forward: the note a table wrote, the theme, the conclusion, what was made of it.
    tables = read(client, f"{address}/tables")
    under = re.search(r'id="said-[^"]+">(?:(?!</li>\s*<li id="said).)*?#theme-' + trust, tables, re.DOTALL)
    assert under is not None
    whole = read(client, address)
    assert f"#conclusion-{home}" in hrefs(section(whole, f"theme-{trust}"))
    on = [href for href in hrefs(section(whole, f"conclusion-{home}")) if href.startswith("/plans/")]
    assert f"/plans/{teams.plan}#goal-{goal}" in on
    assert f"/plans/{teams.plan}#measure-{measure}" in on
    assert client.get(on[0].partition("#")[0]).status_code == 200

    # Back: from the goal to the conclusion, its theme, the notes beneath, the table.
    back = client.get(f"/cafe/{world.session_id}/said/conclusion/{home}")
    assert back.headers["Location"] == f"{address}#conclusion-{home}"
    assert f"#theme-{trust}" in hrefs(section(whole, f"conclusion-{home}"))
    notes = [href for href in hrefs(section(whole, f"theme-{trust}")) if href.startswith("#note-")]
    assert notes
    assert f"#theme-{trust}" in hrefs(section(whole, notes[0].removeprefix("#")))
    note = taken_home(world, member(world), teams.plan, "note", world.note)
    said = client.get(f"/cafe/{world.session_id}/said/note/{world.note}").headers["Location"]
    assert said == f"{address}/tables#said-{world.note}"
    there = section(read(client, f"{address}/tables"), said.partition("#")[2])
    assert f"/plans/{teams.plan}#measure-{note}" in hrefs(there)


def test_what_was_taken_out_comes_back_when_it_is_taken_home_again(world: World, address: str) -> None:
    assert address
    plan, do = world.teams.plan, world.hall.do
    measure = taken_home(world, member(world), plan, "note", world.note)
    do(RemoveMeasure(plan_id=plan, measure_id=measure), member(world))
    assert taken_home(world, member(world), plan, "note", world.note) == measure
    assert row_of(world, "measure", measure).removed is False


def test_a_measure_goes_under_a_goal_of_its_own_plan_only(world: World, address: str) -> None:
    assert address
    theirs = new_key()
    add = AddGoal(plan_id=world.teams.second_plan, goal_id=theirs, title="Theirs")
    world.hall.do(add, Actor(user_id=world.teams.of_second))
    with pytest.raises(NotFound):
        taken_home(world, member(world), world.teams.plan, "note", world.note, goal_id=theirs)
