"""Where one comes to after signing in, and what the front pages of a network and a team tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from cafe.actor import Actor
from cafe.clock import today
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.gatherings.commands import CreateGathering, InviteOrganiser
from cafe.network.commands import InviteTeamMember, Post, SetUnit
from cafe.plans.commands.goals import AddMeasure
from cafe.plans.commands.plan import CreatePlan
from cafe.plans.model import Measure, WorkPlan
from tests.support.network import Place, invited, make_network


@pytest.fixture
def place(sqlite_app: Flask) -> Place:
    return make_network(sqlite_app, "A network")


def in_days(number: int) -> str:
    return (date.fromisoformat(today()) + timedelta(days=number)).isoformat()


def gathering(place: Place, title: str, day: str | None, number: int) -> str:
    key = new_key()
    begin = CreateGathering(
        new_gathering_id=key, network="A network", title=title, starts_on=day, ordinal=number
    )
    place.do(begin)
    return key


def plan_of(place: Place, member: Actor, team: str, title: str, state: str) -> str:
    key = str(place.do(CreatePlan(team_id=team, new_plan_id=new_key(), title=title), member)["plan_id"])
    with place.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, key).state = state
    return key


def measure(place: Place, member: Actor, plan: str, title: str, due: str | None, *, own: bool) -> str:
    key = new_key()
    place.do(AddMeasure(plan_id=plan, measure_id=key, title=title), member)
    with place.app.app_context(), unit_of_work() as session:
        row = session.get_one(Measure, key)
        row.due_on, row.responsible_id = due, member.user_id if own else None
    return key


def home(place: Place, who: Actor) -> str:
    return place.browser(who).get("/home", headers={"Accept-Language": "en"}).location or ""


def page(place: Place, who: Actor, path: str) -> str:
    answer = place.browser(who).get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.text


def test_who_has_one_thing_only_is_led_straight_to_it(place: Place) -> None:
    team = place.team(place.organisation())
    assert home(place, place.takes_in(team)) == f"/teams/{team}"
    assert home(place, place.organiser) == f"/networks/{place.id}"
    assert home(place, place.user()) == "/gatherings"


def test_who_organises_a_gathering_alone_comes_to_the_gatherings(place: Place) -> None:
    key, guest = gathering(place, "First", None, 1), place.user()
    place.do(InviteOrganiser(gathering_id=key, **invited(guest)))
    assert home(place, guest) == "/gatherings"


def test_who_has_several_things_sees_them_all(place: Place) -> None:
    organisation = place.organisation()
    first, second = place.team(organisation, "One team"), place.team(organisation, "Two teams")
    user = place.takes_in(first)
    place.do(InviteTeamMember(team_id=second, **invited(user)))
    gathering(place, "Spring", in_days(40), 1)
    shown = page(place, user, "/home")
    for words in ("One team", "Two teams", "Begin your work plan", "Spring"):
        assert words in shown


def test_a_team_sees_what_is_next_and_due_and_others_only_what_is_handed_in(place: Place) -> None:
    organisation = place.organisation()
    team = place.team(organisation, "The team")
    member = place.takes_in(team, Post.LEAD)
    neighbour = place.takes_in(place.team(organisation, "Neighbours"))
    plan = plan_of(place, member, team, "This year", "active")
    measure(place, member, plan, "Was due", in_days(-3), own=True)
    measure(place, member, plan, "Is due", in_days(10), own=False)
    measure(place, member, plan, "Much later", in_days(90), own=False)
    shown = page(place, member, f"/teams/{team}")
    assert "Look at what was due" in shown
    assert shown.index("Was due") < shown.index("Is due")
    assert "yours" in shown
    assert "Much later" not in shown
    plan_of(place, member, team, "A secret draft", "draft")
    assert "A secret draft" in page(place, member, f"/teams/{team}")
    for who in (neighbour, place.organiser):
        outside = page(place, who, f"/teams/{team}")
        assert "This year" in outside
        assert "Was due" not in outside
        assert "A secret draft" not in outside
        front = page(place, who, f"/networks/{place.id}")
        assert "The plan is under way" in front
        assert "A secret draft" not in front


def test_the_draft_of_the_next_period_does_not_hide_or_repeat_what_goes_on(place: Place) -> None:
    team = place.team(place.organisation(), "The team")
    member = place.takes_in(team, Post.LEAD)
    running = plan_of(place, member, team, "This year", "active")
    measure(place, member, running, "Still to do", in_days(10), own=False)
    draft = plan_of(place, member, team, "Next year", "draft")
    measure(place, member, draft, "Carried over", in_days(10), own=False)
    gathering(place, "Today's", in_days(0), 1)
    shown = page(place, member, f"/teams/{team}")
    assert "Still to do" in shown
    assert "Carried over" not in shown
    assert f"/plans/{running}/reports/" in shown


def test_a_board_with_nothing_on_it_yet_does_not_count_nothing(place: Place) -> None:
    place.team(place.organisation())
    board = page(place, place.organiser, f"/networks/{place.id}/board")
    assert "of 1 plan is in" in board
    assert "of 0 " not in board
    assert "report is in" not in board


def test_the_front_page_tells_the_series_in_its_order_and_what_is_next(place: Place) -> None:
    empty = page(place, place.organiser, f"/networks/{place.id}")
    assert "Add the organisations that take part" in empty
    assert "Plan the first gathering" in empty
    assert "Plan the next gathering" not in empty
    for number, (title, days) in enumerate((("Past", -30), ("Soon", 30), ("Later", 200)), 1):
        gathering(place, title, in_days(days), number)
    gathering(place, "Undated", None, 4)
    shown = page(place, place.organiser, f"/networks/{place.id}")
    order = [shown.index(f">{title}<") for title in ("Past", "Soon", "Later", "Undated")]
    assert order == sorted(order)
    assert shown.index(">Soon<") < shown.index('class="is-next"') < shown.index(">Later<")


def test_organisers_with_nothing_else_to_do_are_led_to_what_is_missing(place: Place) -> None:
    organisation = place.organisation()
    member = place.takes_in(place.team(organisation))
    gathering(place, "Soon", in_days(30), 1)
    place.do(SetUnit(organisation_id=organisation, unit_id=new_key(), title="The unit"))
    shown = page(place, place.organiser, f"/networks/{place.id}")
    assert "What you can do next" not in shown
    assert "Before Soon" in shown
    assert "Still missing: 1 plan, 1 report" in shown
    assert "Still missing" not in page(place, member, f"/networks/{place.id}")


def test_a_member_is_not_asked_what_organisers_are_asked(place: Place) -> None:
    member = place.takes_in(place.team(place.organisation()))
    shown = page(place, member, f"/networks/{place.id}")
    assert "What you can do next" not in shown
    assert "/organisers" not in shown
