"""A wave from its opening to its picture, as its team, those who answer and the organisers meet it."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cafe.actor import NOBODY, Actor
from cafe.commands import new_key
from cafe.compass.commands import CloseWave, Group, OpenWave, ReopenWave, ShareWave
from cafe.compass.facts import facts_of
from cafe.db import db
from cafe.errors import NotFound, TooLate
from cafe.people.rules import hashed, new_secret
from cafe.perform import DAY, Answered
from cafe.unnamed.model import HasAnswered, SealedAnswer, UnnamedAnswer
from tests.integration.road.test_routes import client_of
from tests.support.cafe import make_hall
from tests.support.compass_samples import OPEN_WAVE, WAVE, answer, secret_of, with_waves
from tests.support.team_samples import with_teams
from tests.support.world import World


def member(world: World) -> Actor:
    return Actor(user_id=world.teams.member)


def about(world: World, wave: str = OPEN_WAVE) -> dict[str, str]:
    return {"team_id": world.teams.team, "wave_id": world.named(wave)}


def address(world: World, wave: str = OPEN_WAVE) -> str:
    return f"/teams/{world.teams.team}/compass/{world.named(wave)}"


def answered(world: World, group: Group, number: int, place: int = 4, words: str = "", pair: int = 1) -> None:
    for _ in range(number):
        world.hall.do(answer(world, OPEN_WAVE, group, {pair: place}, words), NOBODY)


def close(world: World) -> None:
    world.hall.do(CloseWave(**about(world)), member(world))


def page(world: World, who: str = "team member", wave: str = OPEN_WAVE) -> str:
    response = client_of(world, who).get(address(world, wave))
    assert response.status_code == 200
    return re.sub(r'name="csrf_token" value="[^"]*"', "", response.get_data(as_text=True))


def phone(world: World) -> FlaskClient:
    return world.app.test_client()


def test_a_picture_shows_groups_of_five_and_nothing_of_smaller_ones(world: World) -> None:
    answered(world, Group.STAFF, 6, place=2, words="as six see it")
    answered(world, Group.LIVED_EXPERIENCE, 5, place=4)
    answered(world, Group.RELATIVE, 4, place=5, words="as four see it")
    assert "six see it" not in page(world)
    close(world)
    shown = page(world)
    assert shown.count("as six see it") == 6
    assert 'class="now group--lived_experience"' in shown
    assert "four see it" not in shown
    assert 'class="now group--relative"' not in shown
    assert "10 " not in re.sub(r"<svg.*?</svg>", "", shown.partition("<main")[2], flags=re.DOTALL)


def test_what_a_small_group_said_stays_locked_in_the_database(world: World) -> None:
    answered(world, Group.RELATIVE, 4, words="as four see it")
    close(world)
    with world.app.app_context(), db.sessionmaker() as session:
        query = session.query(UnnamedAnswer).where(UnnamedAnswer.about == world.named(OPEN_WAVE))
        assert query.count() == 0
        waiting = session.query(SealedAnswer).where(SealedAnswer.about == world.named(OPEN_WAVE)).all()
    assert len(waiting) == 4
    assert not any(b"four see it" in each.sealed for each in waiting)


def test_open_again_one_answer_more_changes_nothing_and_five_do(world: World) -> None:
    answered(world, Group.STAFF, 5, place=1)
    close(world)
    before = page(world)
    world.hall.do(ReopenWave(**about(world)), member(world))
    answered(world, Group.STAFF, 1, place=5, words="the late one")
    close(world)
    assert page(world) == before
    world.hall.do(ReopenWave(**about(world)), member(world))
    answered(world, Group.STAFF, 4, place=5)
    close(world)
    assert "the late one" in page(world)


def test_a_phone_answers_once_and_a_repeated_sending_has_one_effect(world: World) -> None:
    once = answer(world, OPEN_WAVE, Group.STAFF, {1: 4})
    again = once.model_copy(update={"id": new_key(), "answer_id": new_key()})
    assert world.hall.do(once, NOBODY) == {"new": True}
    assert world.hall.do(once, NOBODY) == {"new": True}
    assert world.hall.do(again, NOBODY) == {"new": False}
    with world.app.app_context(), db.sessionmaker() as session:
        assert session.query(SealedAnswer).where(SealedAnswer.about == world.named(OPEN_WAVE)).count() == 1


def test_a_closed_wave_takes_no_answers(world: World) -> None:
    with pytest.raises(TooLate):
        world.hall.do(answer(world, WAVE, Group.STAFF, {1: 4}), NOBODY)


def test_organisers_see_that_it_was_held_and_its_picture_when_the_team_shares_it(world: World) -> None:
    answered(world, Group.STAFF, 5, words="our own words")
    close(world)
    organiser = client_of(world, "organiser")
    listed = organiser.get(f"/teams/{world.teams.team}/compass")
    assert "A wave" in listed.get_data(as_text=True)
    assert address(world) not in listed.get_data(as_text=True)
    assert organiser.get(address(world)).status_code == 403
    world.hall.do(ShareWave(**about(world), shared=True), member(world))
    shared = organiser.get(address(world)).get_data(as_text=True)
    assert 'class="now group--staff"' in shared
    assert "our own words" not in shared
    assert secret_of(world, OPEN_WAVE) not in shared
    assert client_of(world, "member of another team").get(address(world)).status_code == 403


def test_a_shared_wave_that_is_opened_again_is_the_teams_alone_until_it_is_closed(world: World) -> None:
    world.hall.do(ShareWave(**about(world, WAVE), shared=True), member(world))
    world.hall.do(ReopenWave(**about(world, WAVE)), member(world))
    assert client_of(world, "organiser").get(address(world, WAVE)).status_code == 403


def test_the_picture_shows_where_a_group_lay_the_time_before(world: World) -> None:
    answered(world, Group.STAFF, 5, place=5)  # the wave before: 2.5
    close(world)
    shown = page(world)
    assert 'class="before group--staff"' in shown
    assert 'class="before' not in page(world, wave=WAVE)


def test_a_unit_of_another_organisation_is_not_found(world: World) -> None:
    wave = OpenWave(
        team_id=world.teams.team, wave_id=new_key(), title="W", unit_id=new_key(), secret=new_secret()
    )
    with pytest.raises(NotFound):
        world.hall.do(wave, member(world))


def test_a_wave_of_another_team_is_not_found(world: World) -> None:
    foreign = {**about(world), "team_id": world.teams.second}
    with pytest.raises(NotFound):
        world.hall.do(CloseWave(**foreign), Actor(user_id=world.teams.of_second))


def test_a_phone_asks_by_the_secret_and_sends_without_an_account(world: World) -> None:
    asked = phone(world).post("/compass/wave", json={"secret": secret_of(world, OPEN_WAVE)})
    assert asked.json is not None
    assert (asked.json["title"], asked.json["is_open"]) == ("A wave", True)
    sent = answer(world, OPEN_WAVE, Group.LIVED_EXPERIENCE, {2: 3}, "in words").model_dump(mode="json")
    assert phone(world).post("/compass/answers", json=sent).json == {"new": True}
    unknown = phone(world).post("/compass/wave", json={"secret": "no such secret"})
    assert (unknown.status_code, unknown.json and unknown.json["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": []},
        {"answers": [{"pair": 1}]},
        {"answers": [{"pair": 10, "place": 1}]},
        {"answers": [{"pair": 1, "place": 6}]},
        {"answers": [{"pair": 1, "place": 2, "not_relevant": True}]},
        {"answers": [{"pair": 1, "place": 2}, {"pair": 1, "place": 3}]},
        {"answers": [{"pair": 1, "comment": "x" * 301}]},
        {"group": "leaders"},
        {"device": "short"},
    ],
)
def test_what_is_no_answer_is_refused_in_words(world: World, wrong: dict[str, object]) -> None:
    sent = {**answer(world, OPEN_WAVE, Group.STAFF, {1: 1}).model_dump(mode="json"), **wrong}
    response = phone(world).post("/compass/answers", json=sent)
    assert response.status_code == 400
    assert response.json is not None
    assert response.json["message"]


def test_what_is_stored_of_an_answer_names_neither_who_nor_when(world: World) -> None:
    sent = answer(world, OPEN_WAVE, Group.STAFF, {1: 1}).model_dump(mode="json")
    assert client_of(world, "team member").post("/compass/answers", json=sent).json == {"new": True}
    with world.app.app_context(), db.sessionmaker() as session:
        stored = session.get_one(Answered, sent["id"])
        answered_by = session.query(HasAnswered).where(HasAnswered.about == world.named(OPEN_WAVE)).one()
    assert stored.result == {"new": True}
    assert stored.at % DAY == 0
    assert answered_by.who not in {world.teams.member, sent["device"], hashed(sent["device"])}


def test_nothing_of_an_answer_is_logged_whether_it_is_taken_or_refused(
    world: World, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    sent = answer(world, OPEN_WAVE, Group.STAFF, {1: 1}, "canary").model_dump(mode="json")
    wrong = {**sent, "id": new_key(), "group": "canaries"}
    assert [phone(world).post("/compass/answers", json=each).status_code for each in (sent, wrong)] == [
        200,
        400,
    ]
    logged = "".join([*capfd.readouterr(), caplog.text])
    assert not [
        word for word in ("canar", sent["secret"], sent["device"], sent["answer_id"]) if word in logged
    ]


def test_a_team_finds_what_it_has_open_on_its_own_page(world: World) -> None:
    team = f"/teams/{world.teams.team}"
    assert address(world) in client_of(world, "team member").get(team).get_data(as_text=True)
    assert address(world) not in client_of(world, "organiser").get(team).get_data(as_text=True)
    close(world)
    assert address(world) not in client_of(world, "team member").get(team).get_data(as_text=True)


def test_a_wave_on_either_database(app: Flask) -> None:
    """Take the queries that differ between databases along the whole way, on both."""
    world = World(make_hall(app), make_hall(app), new_key(), new_key(), new_key())
    with_teams(world)
    with_waves(world)
    for place in (1, 2, 2, 3, 5):
        world.hall.do(answer(world, OPEN_WAVE, Group.STAFF, {1: place}), NOBODY)
    close(world)
    with app.test_request_context(), db.sessionmaker() as session:
        facts = facts_of(session, world.teams.team, world.named(OPEN_WAVE), whole=True)
    assert [number for _group, _name, number in facts.answers] == [5]
    assert facts.before == "A wave"
    assert [change.lines[0][1] for change in facts.changes] == [("2,5", "2,5")]
