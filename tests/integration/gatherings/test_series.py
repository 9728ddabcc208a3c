"""What belongs to a gathering besides its café: programme, registration, assignments, attendance, agenda."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.db import db
from cafe.errors import BadInput, NotFound, SafeError, TooLate
from cafe.gatherings import commands as gatherings
from cafe.gatherings.actions.assignments import WrittenMeanwhile
from cafe.gatherings.model import Gathering, Participant
from tests.integration.road.test_routes import client_of
from tests.support.gathering_samples import (
    ASSIGNMENT,
    DAY,
    FAR,
    handed_in,
    item,
    registration_secret,
    submission_of,
    with_assignment,
    with_submission,
)
from tests.support.world import World


@pytest.fixture
def dated(world: World) -> World:
    """Give a world whose gathering has two days."""
    change = gatherings.ChangeGathering(
        gathering_id=world.hall.gathering_id, starts_on=DAY, ends_on="2027-02-09"
    )
    world.hall.do(change)
    return world


def browser(world: World, who: str) -> FlaskClient:
    client = client_of(world, who)
    client.set_cookie("language", "en")
    return client


def at(world: World, page: str, gathering_id: str | None = None) -> str:
    return f"/gatherings/{gathering_id or world.hall.gathering_id}/{page}"


def refused(world: World, command: Command, actor: Actor | None = None) -> type[SafeError] | None:
    try:
        world.hall.do(command, actor)
    except SafeError as error:
        return type(error)
    return None


def member(world: World) -> Actor:
    return Actor(user_id=world.teams.member)


def next_gathering(world: World, **said: Any) -> str:
    gathering_id = new_key()
    with world.app.app_context(), db.sessionmaker() as session:
        network = session.get_one(Gathering, world.hall.gathering_id).network.name
    given = {"title": "The next one", "starts_on": "2027-06-01", **said}
    world.hall.do(gatherings.CreateGathering(new_gathering_id=gathering_id, network=network, **given))
    return gathering_id


def form(world: World, client: FlaskClient, page: str, data: Mapping[str, object]) -> Any:
    return client.post(at(world, page), data=data)


# ---- the series


def test_the_next_gathering_is_numbered_and_linked_to_the_one_before(dated: World) -> None:
    dated.hall.do(gatherings.ChangeGathering(gathering_id=dated.hall.gathering_id, title="The second one"))
    organiser = browser(dated, "organiser")
    following = next_gathering(dated, ordinal=3)
    page = organiser.get("/gatherings/new", query_string={"network_id": dated.teams.network}).text
    assert re.search(r'name="ordinal"[^>]*value="4"', page)
    shown = organiser.get(f"/gatherings/{following}").text
    assert f'<a href="/gatherings/{dated.hall.gathering_id}">The second one</a>' in shown


def test_who_is_invited_to_the_whole_network_organises_its_next_gathering(dated: World) -> None:
    organiser = browser(dated, "organiser")
    invited = {"display_name": "Kari", "email": "kari@example.org", "of_network": "y"}
    assert form(dated, organiser, "organisers", invited).status_code == 200
    following = next_gathering(dated)
    assert "kari@example.org" in organiser.get(f"/gatherings/{following}").text


def test_who_organises_one_gathering_alone_is_not_led_to_the_others_of_its_network(dated: World) -> None:
    following = next_gathering(dated)
    organiser = browser(dated, "organiser")
    alone = {"display_name": "Kari", "email": "kari@example.org"}
    assert form(dated, organiser, "organisers", alone).status_code == 200
    from sqlalchemy import select

    from cafe.people.model import User

    with dated.app.app_context(), db.sessionmaker() as session:
        user_id = session.scalars(select(User.id).where(User.email == "kari@example.org")).one()
    kari = browser(dated, "nobody")
    with kari.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = f"{user_id}.0.{new_key()}", True
    shown = kari.get(f"/gatherings/{dated.hall.gathering_id}")
    assert shown.status_code == 200
    assert following not in shown.text
    assert f"/networks/{dated.teams.network}" not in shown.text
    assert f"/gatherings/{following}" in organiser.get(f"/gatherings/{dated.hall.gathering_id}").text


# ---- the programme


def test_the_programme_is_read_by_day_and_time_and_says_what_overlaps(dated: World) -> None:
    organiser = browser(dated, "organiser")
    told = {
        "do": "set",
        "prefix": "new",
        "new-id": new_key(),
        "new-title": "Second day",
        "new-day": "2027-02-09",
        "new-starts": "09:00",
        "new-kind": "showcase",
    }
    assert form(dated, organiser, "programme", told).status_code == 302
    for starts, ends, title in (("10:00", "11:00", "Later"), ("09:00", "10:30", "First")):
        dated.hall.do(item(dated, new_key(), starts=starts, ends=ends, title=title))
    page = organiser.get(at(dated, "programme")).text
    order = [page.index(f'<p class="item__title">{title}</p>') for title in ("First", "Later", "Second day")]
    assert order == sorted(order)
    assert page.count("At the same time:") == 2
    for reader in ("guest", "team member", "member of another team"):
        read = browser(dated, reader).get(at(dated, "programme")).text
        assert "Second day" in read
        assert "At the same time" not in read


def test_a_point_outside_the_days_is_refused_and_what_was_typed_stays(dated: World) -> None:
    organiser = browser(dated, "organiser")
    typed = {
        "do": "set",
        "prefix": "new",
        "new-id": new_key(),
        "new-title": "Too early",
        "new-day": "2027-02-07",
        "new-starts": "09:00",
        "new-kind": "talk",
    }
    answer = form(dated, organiser, "programme", typed)
    assert answer.status_code == 400
    assert 'value="Too early"' in answer.text
    assert "The gathering is not on this day." in answer.text


def test_a_point_that_is_taken_out_can_be_put_back(dated: World) -> None:
    key = new_key()
    dated.hall.do(item(dated, key, title="Gone and back"))
    organiser = browser(dated, "organiser")
    taken = organiser.post(
        at(dated, "programme"), data={"do": "remove", "item_id": key}, follow_redirects=True
    )
    assert "Gone and back" not in taken.text
    assert f'name="item_id" value="{key}"' in taken.text
    organiser.post(at(dated, "programme"), data={"do": "restore", "item_id": key})
    assert "Gone and back" in organiser.get(at(dated, "programme")).text


def test_a_session_of_another_gathering_does_not_come_into_the_programme(dated: World) -> None:
    foreign = item(dated, new_key(), session_id=dated.other.session_id)
    assert refused(dated, foreign) is BadInput


# ---- registering


def opened(world: World, until: str = FAR) -> None:
    world.hall.do(gatherings.OpenRegistration(gathering_id=world.hall.gathering_id, until=until))


def listed(world: World, name: str) -> list[Participant]:
    from sqlalchemy import select

    query = select(Participant).where(
        Participant.gathering_id == world.hall.gathering_id, Participant.name == name
    )
    with world.app.app_context(), db.sessionmaker() as session:
        return list(session.scalars(query))


def test_somebody_puts_themselves_on_the_list_by_the_link_once(dated: World) -> None:
    opened(dated)
    nobody = browser(dated, "nobody")
    page = nobody.post("/register", data={"secret": registration_secret(dated)}).text
    assert "Register me" in page
    form_id = re.search(r'name="id"[^>]*value="([^"]+)"', page)
    assert form_id
    filled = {
        "id": form_id[1],
        "registration_secret": registration_secret(dated),
        "display_name": "Åse",
        "organisation_id": "",
        "kind": "",
    }
    for _press in range(2):
        assert "You are on the list, Åse." in nobody.post("/register", data=filled).text
    assert len(listed(dated, "Åse")) == 1


def test_a_link_that_nobody_gave_out_opens_nothing(dated: World) -> None:
    opened(dated)
    assert browser(dated, "nobody").post("/register", data={"secret": "x" * 22}).status_code == 404
    guessed = gatherings.RegisterOneself(
        registration_secret="x" * 22, participant_id=new_key(), display_name="Åse"
    )
    assert refused(dated, guessed) is NotFound


def test_after_the_last_day_nobody_registers(dated: World) -> None:
    opened(dated, "2020-01-01")
    late = gatherings.RegisterOneself(
        registration_secret=registration_secret(dated), participant_id=new_key(), display_name="Åse"
    )
    assert refused(dated, late) is TooLate
    people = (gatherings.TeamPerson(id=new_key(), display_name="Åse"),)
    ours = gatherings.RegisterFromTeam(
        team_id=dated.teams.team, gathering_id=dated.hall.gathering_id, people=people
    )
    assert refused(dated, ours, member(dated)) is TooLate


def test_a_team_registers_its_own_people_under_its_own_organisation(dated: World) -> None:
    opened(dated)
    client = browser(dated, "team member")
    page = f"/teams/{dated.teams.team}/gatherings/{dated.hall.gathering_id}/people"
    sent = {"id": new_key(), "name": ["Åse", " ", "Ørjan"], "kind": ["", "leader", "lived_experience"]}
    shown = client.post(page, data=sent, follow_redirects=True).text
    assert "Åse" in shown
    assert "Ørjan" in shown
    (oerjan,) = listed(dated, "Ørjan")
    assert (oerjan.organisation_id, oerjan.kind) == (dated.teams.organisation, "lived_experience")
    assert listed(dated, "") == []


def test_a_team_of_another_network_finds_no_gathering_here(dated: World) -> None:
    opened(dated)
    client = browser(dated, "member elsewhere")
    page = f"/teams/{dated.teams.elsewhere}/gatherings/{dated.hall.gathering_id}/people"
    assert client.get(page).status_code == 404
    assert client.post(page, data={"id": new_key(), "name": ["Åse"], "kind": [""]}).status_code == 404


# ---- assignments


def answer_page(world: World, who: str) -> str:
    page = browser(world, who).get(at(world, f"assignments/{world.named(ASSIGNMENT)}"))
    assert page.status_code == 200
    return str(page.text)


def test_a_draft_is_the_team_s_alone_until_it_is_handed_in(dated: World) -> None:
    with_assignment(dated)
    draft = handed_in(dated, "Half a thought").model_copy(update={"ready": False})
    dated.hall.do(draft, member(dated))
    assert "Half a thought" in answer_page(dated, "team lead")
    for other in ("organiser", "member of another team"):
        assert "Half a thought" not in answer_page(dated, other)
    dated.hall.do(handed_in(dated, "A whole thought", 1), member(dated))
    assert "A whole thought" in answer_page(dated, "organiser")
    assert "A whole thought" not in answer_page(dated, "member of another team")
    assert "The first team" not in answer_page(dated, "organiser").partition('id="missing"')[2]
    assert "The second team" in answer_page(dated, "organiser").partition('id="missing"')[2]


def test_of_two_who_write_at_once_neither_loses_a_word(dated: World) -> None:
    with_submission(dated)
    assert refused(dated, handed_in(dated, "Written meanwhile", 0), member(dated)) is WrittenMeanwhile
    client = browser(dated, "team lead")
    page = at(dated, f"assignments/{dated.named(ASSIGNMENT)}/teams/{dated.teams.team}")
    answer = client.post(page, data={"do": "hand_in", "base_version": "0", "text": "Written meanwhile"})
    assert answer.status_code == 409
    assert "Written meanwhile</textarea>" in answer.text
    assert "We talked</blockquote>" in answer.text
    # What stands there now is known to whoever sends the form again.
    assert 'name="base_version" value="1"' in answer.text


def test_what_the_organisers_answer_reaches_the_team_and_nobody_else(dated: World) -> None:
    with_submission(dated)
    feedback = {"submission_id": submission_of(dated), "text": "Ask them once more"}
    path = f"assignments/{dated.named(ASSIGNMENT)}/feedback"
    assert form(dated, browser(dated, "organiser"), path, feedback).status_code == 302
    assert "Ask them once more" in answer_page(dated, "team member")
    assert "Ask them once more" not in answer_page(dated, "member of another team")


def test_of_two_organisers_who_answer_at_once_both_are_read(dated: World) -> None:
    with_submission(dated)
    about = {"gathering_id": dated.hall.gathering_id, "submission_id": submission_of(dated)}
    dated.hall.do(gatherings.GiveFeedback(**about, text="Well begun"))
    dated.hall.do(gatherings.GiveFeedback(**about, text="Ask them once more"))  # had the page open before
    page = answer_page(dated, "team member")
    assert "Well begun" in page
    assert "Ask them once more" in page
    instead = "Well begun\n\nAsk them once more"
    dated.hall.do(gatherings.GiveFeedback(**about, text="", instead_of=instead))
    assert "Well begun" not in answer_page(dated, "team member")


def test_an_assignment_that_is_taken_away_comes_back_with_what_was_written(dated: World) -> None:
    with_submission(dated)
    organiser, key = browser(dated, "organiser"), dated.named(ASSIGNMENT)
    organiser.post(at(dated, "assignments"), data={"do": "remove", "assignment_id": key})
    assert organiser.get(at(dated, f"assignments/{key}")).status_code == 404
    assert refused(dated, handed_in(dated, "More", 1), member(dated)) is NotFound
    organiser.post(at(dated, "assignments"), data={"do": "restore", "assignment_id": key})
    assert "We talked" in answer_page(dated, "organiser")


def test_the_page_of_a_team_asks_for_what_is_not_handed_in_and_then_no_more(dated: World) -> None:
    with_assignment(dated)
    page = f"/teams/{dated.teams.team}"
    assert "Talk with three users" in browser(dated, "team lead").get(page).text
    assert "Talk with three users" not in browser(dated, "member of another team").get(page).text
    dated.hall.do(handed_in(dated, "We talked"), member(dated))
    assert "Talk with three users" not in browser(dated, "team lead").get(page).text


# ---- attendance


def ticked(page: str) -> set[str]:
    boxes = re.findall(r'name="participant_id" value="([^"]+)" checked', page)
    return set(boxes)


def test_people_are_ticked_by_day_and_the_phone_s_request_is_answered_shortly(dated: World) -> None:
    organiser, people = browser(dated, "organiser"), dated.hall.participants
    sent = {
        "day": DAY,
        "here": "yes",
        "answer": "json",
        "id": new_key(),
        "participant_id": people[:2],
    }
    assert sorted(form(dated, organiser, "attendance", sent).json["changed"]) == sorted(people[:2])
    assert ticked(organiser.get(at(dated, f"attendance?day={DAY}")).text) == set(people[:2])
    # Two at the door tick the same person: it is news once, so that an undo takes back one's own ticks only.
    both = {**sent, "id": new_key(), "participant_id": people[1:3]}
    assert form(dated, organiser, "attendance", both).json["changed"] == [people[2]]
    form(dated, organiser, "attendance", {**both, "id": new_key(), "here": "no"})
    assert ticked(organiser.get(at(dated, f"attendance?day={DAY}")).text) == {people[0]}
    assert ticked(organiser.get(at(dated, "attendance?day=2027-02-09")).text) == set()


def test_everybody_at_once_can_be_undone_and_leaves_those_who_were_there(dated: World) -> None:
    organiser, people = browser(dated, "organiser"), dated.hall.participants
    dated.hall.do(
        gatherings.SetAttendance(
            gathering_id=dated.hall.gathering_id, participant_ids=(people[0],), day=DAY, here=True
        )
    )
    page = form(dated, organiser, "attendance", {"day": DAY, "here": "yes", "do": "all"}).text
    assert ticked(page) == set(people)
    undo = re.findall(r'type="hidden" name="participant_id" value="([^"]+)"', page)
    assert set(undo) == set(people[1:])
    form(dated, organiser, "attendance", {"day": DAY, "here": "no", "participant_id": undo})
    assert ticked(organiser.get(at(dated, f"attendance?day={DAY}")).text) == {people[0]}


def test_who_came_into_a_cafe_is_proposed_on_the_day_the_programme_has_it(dated: World) -> None:
    dated.hall.do(item(dated, new_key(), title="Café", kind="cafe", session_id=dated.session_id))
    organiser = browser(dated, "organiser")
    assert "has come into the café" in organiser.get(at(dated, f"attendance?day={DAY}")).text
    assert "into the café" not in organiser.get(at(dated, "attendance?day=2027-02-09")).text
    form(dated, organiser, "attendance", {"day": DAY, "here": "yes", "do": "proposed"})
    assert ticked(organiser.get(at(dated, f"attendance?day={DAY}")).text) == {dated.hall.participants[5]}


def test_nobody_of_another_gathering_is_noted_here(dated: World) -> None:
    foreign = gatherings.SetAttendance(
        gathering_id=dated.hall.gathering_id,
        participant_ids=(dated.other.participants[0],),
        day=DAY,
        here=True,
    )
    assert refused(dated, foreign) is NotFound


# ---- commitments and the agenda


def test_a_commitment_is_one_s_own_until_it_is_shared_and_then_the_team_s(dated: World) -> None:
    following = next_gathering(dated)
    guest, key = dated.hall.guest(5), new_key()
    about: dict[str, Any] = {"gathering_id": dated.hall.gathering_id, "commitment_id": key}
    dated.hall.do(gatherings.CommitOneself(**about, text="Ask before I advise"), guest)
    readers = ("organiser", "team member", "member of another team")

    def seen_by() -> set[str]:
        pages = {who: browser(dated, who).get(at(dated, "agenda", following)).text for who in readers}
        return {who for who, page in pages.items() if "Ask before I advise" in page}

    own = f"/here/{dated.hall.gathering_id}/commitments"
    assert "Ask before I advise" in browser(dated, "guest").get(own).text
    assert "Ask before I advise" not in browser(dated, "host").get(own).text
    assert seen_by() == set()
    dated.hall.do(gatherings.ChangeCommitment(**about, team_id=dated.teams.team), guest)
    assert seen_by() == {"team member"}
    dated.hall.do(gatherings.ChangeCommitment(**about, alone=True), guest)
    assert seen_by() == set()
    theirs = gatherings.ChangeCommitment(**about, text="Something else")
    assert refused(dated, theirs, dated.hall.guest(6)) is NotFound


def test_an_assignment_returns_on_the_agenda_until_every_team_has_handed_it_in(dated: World) -> None:
    with_submission(dated)
    following = next_gathering(dated)
    agenda = browser(dated, "member of another team").get(at(dated, "agenda", following)).text
    assert "Talk with three users" in agenda
    assert "1 team has not handed it in" in agenda
    theirs = handed_in(dated, "So did we").model_copy(update={"team_id": dated.teams.second})
    dated.hall.do(theirs, Actor(user_id=dated.teams.of_second))
    agenda = browser(dated, "organiser").get(at(dated, "agenda", following)).text
    assert "Talk with three users" not in agenda


# ---- the evaluation


def answers(world: World, guests: range) -> None:
    for number in guests:
        said = gatherings.Evaluation(useful=5, mixed=4, keep="The walk")
        command = gatherings.AnswerEvaluation(
            gathering_id=world.hall.gathering_id, answer_id=new_key(), answers=said
        )
        world.hall.do(command, world.hall.guest(number))


def let_in(world: World) -> None:
    from cafe.db import unit_of_work
    from cafe.unnamed.actions import mix

    with world.app.app_context(), unit_of_work() as session:
        mix(session, world.hall.gathering_id)


def test_results_are_told_from_five_answers_on_and_beside_the_next_gathering(dated: World) -> None:
    following = next_gathering(dated)
    organiser = browser(dated, "organiser")
    answers(dated, range(4, 8))
    let_in(dated)
    assert "The walk" not in organiser.get(at(dated, "evaluation")).text
    assert "The walk" not in organiser.get(f"/gatherings/{following}").text
    answers(dated, range(8, 9))
    let_in(dated)
    page = organiser.get(at(dated, "evaluation")).text
    assert "5 answers" in page
    assert "I talked with people from other places than my own." in page
    assert "The walk" in organiser.get(f"/gatherings/{following}").text
    assert "The walk" not in browser(dated, "guest").get(at(dated, "evaluation")).text


def test_everybody_answers_once_and_is_thanked(dated: World) -> None:
    guest = browser(dated, "guest")
    said = {"id": new_key(), "useful": "4", "keep": "The walk"}
    assert form(dated, guest, "evaluation", said).status_code == 302
    assert "Thank you for your answer" in guest.get(at(dated, "evaluation")).text
    again = form(dated, guest, "evaluation", {**said, "id": new_key()})
    assert again.status_code == 400
    assert form(dated, browser(dated, "host"), "evaluation", {"id": new_key()}).status_code == 400


def test_nothing_that_is_stored_ties_an_answer_to_its_giver(dated: World) -> None:
    from tests.integration.road.test_commands import everything_stored

    before = everything_stored(dated.app)
    answer_id = new_key()
    command = gatherings.AnswerEvaluation(
        gathering_id=dated.hall.gathering_id,
        answer_id=answer_id,
        answers=gatherings.Evaluation(keep="Only mine"),
    )
    dated.hall.do(command, dated.hall.guest(5))
    after = everything_stored(dated.app)
    new = {table: [row for row in rows if row not in before[table]] for table, rows in after.items()}
    written = repr({table: rows for table, rows in new.items() if rows})
    assert "Only mine" not in written  # sealed
    assert dated.hall.participants[5] not in written
    (stored,) = new["answered_command"]
    assert answer_id not in repr(stored)
    assert int(str(stored[-1])) % 86_400_000 == 0
