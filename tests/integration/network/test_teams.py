"""Teams: who may invite, what a post gives, and that who is taken out has nothing left."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import NotAllowed, NotFound
from cafe.network import commands as network
from cafe.network.commands import Function, Post
from cafe.people.sockets import socketio
from cafe.plans.commands.plan import CreatePlan
from tests.support.apps import ORIGIN
from tests.support.network import Place, invited, make_network

CONSULTANT = Function.LIVED_EXPERIENCE_CONSULTANT
ALONE = "has no fellow in the team"


@pytest.fixture
def place(app: Flask) -> Place:
    return make_network(app)


def page_of(place: Place, who: Actor, path: str) -> str:
    return place.browser(who).get(path, headers={"Accept-Language": "en"}).text


def test_the_lead_invites_and_a_member_does_not(place: Place) -> None:
    team = place.team(place.organisation())
    lead, member = place.takes_in(team, Post.LEAD), place.takes_in(team)
    invite = network.InviteTeamMember(team_id=team, **invited(place.user()))
    with pytest.raises(NotAllowed):
        place.do(invite, member)
    place.do(invite, lead)
    assert page_of(place, member, f"/teams/{team}/people").count("Somebody") == 3


def test_the_link_is_shown_once(place: Place) -> None:
    team = place.team(place.organisation())
    browser = place.browser(place.takes_in(team, Post.LEAD))
    new = {"display_name": "Ingrid", "email": "ingrid@example.org", "post": "member", "function": ""}
    assert "/invitation#" in browser.post(f"/teams/{team}/people", data=new).text
    assert "/invitation#" not in browser.get(f"/teams/{team}/people").text


def test_who_comes_first_is_proposed_to_coordinate(place: Place) -> None:
    team = place.team(place.organisation())
    chosen = '<option selected value="{}">'
    assert chosen.format("lead") in page_of(place, place.organiser, f"/teams/{team}/people")
    place.takes_in(team, Post.LEAD)
    assert chosen.format("member") in page_of(place, place.organiser, f"/teams/{team}/people")


def test_a_post_that_is_changed_gives_and_takes_at_once(place: Place) -> None:
    team = place.team(place.organisation())
    user = place.takes_in(team)
    rename = network.ChangeTeam(team_id=team, title="Ours")
    place.do(network.ChangeTeamMember(team_id=team, user_id=str(user.user_id), post=Post.LEAD))
    place.do(rename, user)
    place.do(network.ChangeTeamMember(team_id=team, user_id=str(user.user_id), post=Post.MEMBER))
    with pytest.raises(NotAllowed):
        place.do(network.ChangeTeam(team_id=team, title="Mine"), user)


def test_who_is_taken_out_loses_every_right_and_what_is_open(place: Place) -> None:
    team = place.team(place.organisation())
    user, stays = place.takes_in(team), place.takes_in(team)
    plan = place.do(CreatePlan(team_id=team, new_plan_id=new_key(), title="A year"), user)["plan_id"]
    lines = [
        socketio.test_client(place.app, flask_test_client=place.browser(each), headers={"Origin": ORIGIN})
        for each in (user, stays)
    ]
    for line in lines:
        answer = line.emit("join", {"stream": plan, "as": "team"}, callback=True)
        assert answer is not None
        assert answer["ok"], answer
    place.do(network.RemoveTeamMember(team_id=team, user_id=str(user.user_id)))
    assert [line.is_connected() for line in lines] == [False, True]
    for path in (f"/teams/{team}", f"/networks/{place.id}", f"/plans/{plan}/rows?as=team"):
        assert place.browser(user).get(path).status_code == 403
        assert place.browser(stays).get(path).status_code == 200
    with pytest.raises(NotAllowed):
        place.do(CreatePlan(team_id=team, new_plan_id=new_key(), title="Another"), user)
    with pytest.raises(NotFound):
        place.do(network.RemoveTeamMember(team_id=team, user_id=str(user.user_id)))


def test_one_with_lived_experience_alone_is_a_word_to_the_team_and_the_organisers(place: Place) -> None:
    organisation = place.organisation()
    team, other = place.team(organisation), place.team(organisation, "Another")
    member = place.takes_in(team, function=CONSULTANT)
    neighbour = place.takes_in(other)
    for path in (f"/teams/{team}", f"/teams/{team}/people"):
        assert ALONE in page_of(place, member, path)
        assert ALONE in page_of(place, place.organiser, path)
        assert ALONE not in page_of(place, neighbour, path)
    place.takes_in(team, function=Function.USER_REPRESENTATIVE)
    assert ALONE not in page_of(place, member, f"/teams/{team}")


def test_what_somebody_is_there_as_is_theirs_to_say_and_stays_inside(place: Place) -> None:
    organisation = place.organisation()
    team = place.team(organisation)
    member, neighbour = place.takes_in(team), place.takes_in(place.team(organisation, "Another"))
    place.do(network.SetOwnFunction(team_id=team, function=CONSULTANT), member)
    assert "Lived-experience consultant" in page_of(place, member, f"/teams/{team}")
    outside = page_of(place, neighbour, f"/teams/{team}/people")
    assert "Lived-experience consultant" not in outside
    assert "@example.org" not in outside
    place.do(network.SetOwnFunction(team_id=team), member)
    assert ALONE not in page_of(place, member, f"/teams/{team}")
