"""Letters from the outbox to a real mail server, and everything that may happen on the way."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from aiosmtpd.controller import Controller
from flask import Flask

from cafe.actor import SERVER, Actor
from cafe.clock import ZONE
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.errors import TooLate
from cafe.mail.commands import Fate, TakeLetters
from cafe.mail.model import Letter
from cafe.mail.post import Post, post_from
from cafe.network.commands import RemoveTeamMember
from cafe.perform import perform
from cafe.plans.commands import goals
from cafe.plans.commands.indicators import Frequency, SetIndicator
from cafe.plans.commands.life import SubmitPlan
from cafe.reminding.commands import About, ChooseLetters, Language, RemindTeam, WriteDigest
from cafe.reminding.sending import send_letters, write_letters
from tests.support.plan_samples import MEASURE
from tests.support.world import World

MONDAY = datetime(2027, 2, 8, 7, 10, tzinfo=ZONE)
NAME = "Kari Kvardagsmeistringsgruppeleiarsamlinga"


class Mailbox:
    """What a mail server does with letters: it keeps them, or answers as it is told for an address."""

    def __init__(self) -> None:
        self.kept: list[EmailMessage] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.kept.append(message)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, Post]]:
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, post_from(f"smtp://127.0.0.1:{port}", "cafe@example.org")
    controller.stop()


@pytest.fixture
def due(world: World) -> World:
    """Let the member of the first team be responsible for a measure that is due in three days."""
    from cafe.people.model import User
    from cafe.plans.model import Measure

    with world.app.app_context(), unit_of_work() as session:
        measure = session.get_one(Measure, world.named(MEASURE))
        measure.responsible_id, measure.due_on = world.teams.member, "2027-02-11"
        session.get_one(User, world.teams.member).name = NAME
    return world


def at(moment: datetime) -> Any:
    return time_machine.travel(moment, tick=False)


def address(world: World, user_id: str) -> str:
    from cafe.people.model import User

    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(User, user_id).email


def states(app: Flask) -> list[str]:
    from sqlalchemy import select

    with app.app_context(), db.sessionmaker() as session:
        return sorted(session.scalars(select(Letter.state)))


def test_a_weekly_letter_reaches_the_mailbox_once(due: World, mailbox: tuple[Mailbox, Post]) -> None:
    box, post = mailbox
    with due.app.app_context(), at(MONDAY):
        assert write_letters() == 1
        assert write_letters() == 0
        assert set(send_letters(post).values()) == {Fate.SENT}
        assert send_letters(post) == {}
    (letter,) = box.kept
    assert letter["To"].addresses[0].addr_spec == address(due, due.teams.member)
    assert letter["To"].addresses[0].display_name == NAME
    text = letter.get_content()
    assert "Hire two consultants" in text
    assert f"/plans/{due.teams.plan}#measure-{due.named(MEASURE)}" in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    with due.app.app_context(), db.sessionmaker() as session:
        from sqlalchemy import select

        stored = session.scalars(select(Letter)).one()
        assert (stored.state, stored.text, stored.subject) == ("sent", "", "")
    with due.app.app_context(), at(MONDAY + timedelta(days=1)):
        assert write_letters() == 0


def test_who_has_nothing_to_be_told_gets_no_letter(world: World) -> None:
    with world.app.app_context(), at(MONDAY):
        assert write_letters() == 0


@pytest.mark.parametrize("language", list(Language))
def test_a_letter_is_in_the_language_somebody_chose(
    due: World, mailbox: tuple[Mailbox, Post], language: Language
) -> None:
    box, post = mailbox
    hello = {"nb": "Hei", "nn": "Hei", "sv": "Hej", "en": "Hello"}
    with due.app.app_context(), at(MONDAY):
        perform(Actor(user_id=due.teams.member), ChooseLetters(digest=True, language=language))
        write_letters()
        send_letters(post)
    assert box.kept[0].get_content().startswith(f"{hello[language]} {NAME}")


def test_the_link_in_a_letter_stops_all_of_them(due: World, mailbox: tuple[Mailbox, Post]) -> None:
    box, post = mailbox
    with due.app.app_context(), at(MONDAY):
        write_letters()
        send_letters(post)
    link = str(box.kept[0]["List-Unsubscribe"]).strip("<>")
    path = "/" + link.split("/", 3)[3]
    browser = due.app.test_client()
    assert browser.get(path).status_code == 200
    assert box_of(due) is True, "opening the link stops nothing: mail scanners do"
    answer = browser.post(path, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert box_of(due) is False
    with due.app.app_context(), at(MONDAY + timedelta(days=7)):
        assert write_letters() == 0


def box_of(world: World) -> bool:
    from cafe.mail.queries import choice_of

    with world.app.app_context(), db.sessionmaker() as session:
        return choice_of(session, world.teams.member).digest


def test_a_link_that_is_not_ours_stops_nothing(world: World) -> None:
    from itsdangerous import URLSafeSerializer

    forged = URLSafeSerializer("another secret", salt="stop letters").dumps(world.teams.member)
    assert world.app.test_client().post(f"/letters/stop/{forged}").status_code == 404
    assert box_of(world) is True


def test_what_waits_is_dropped_when_somebody_stops_meanwhile(
    due: World, mailbox: tuple[Mailbox, Post]
) -> None:
    box, post = mailbox
    with due.app.app_context(), at(MONDAY):
        write_letters()
        perform(Actor(user_id=due.teams.member), ChooseLetters(digest=False, language=Language.BOKMAL))
        send_letters(post)
    assert box.kept == []
    assert states(due.app) == ["dropped"]


def test_a_letter_waits_while_the_server_is_away_and_is_sent_later(
    due: World, mailbox: tuple[Mailbox, Post]
) -> None:
    box, post = mailbox
    nobody = Post(host="127.0.0.1", port=9, sender=post.sender, encryption="smtp")
    with due.app.app_context():
        with at(MONDAY):
            write_letters()
            assert set(send_letters(nobody).values()) == {Fate.NOT_YET}
            assert send_letters(post) == {}, "it is not tried again at once"
        with at(MONDAY + timedelta(minutes=3)):
            assert set(send_letters(post).values()) == {Fate.SENT}
    assert len(box.kept) == 1


def test_an_address_that_does_not_exist_is_given_up_and_one_that_is_full_tried_again(
    due: World, mailbox: tuple[Mailbox, Post]
) -> None:
    box, post = mailbox
    box.answers[address(due, due.teams.member)] = "550 No such mailbox"
    box.answers[address(due, due.teams.lead)] = "452 Mailbox full"
    with due.app.app_context(), at(MONDAY):
        perform(due.hall.organiser, remind(due))
        fates = send_letters(post)
    assert sorted(fates.values()) == [Fate.NOT_YET, Fate.REFUSED, Fate.SENT]
    assert states(due.app) == ["failed", "sent", "waiting"]


def test_letters_are_given_up_at_last(due: World) -> None:
    nobody = Post(host="127.0.0.1", port=9, sender="cafe@example.org", encryption="smtp")
    with due.app.app_context():
        with at(MONDAY):
            write_letters()
        for day in range(9):
            with at(MONDAY + timedelta(days=day, minutes=1)):
                send_letters(nobody)
    assert states(due.app) == ["failed"]


def test_two_processes_never_take_the_same_letter(due: World) -> None:
    with due.app.app_context(), at(MONDAY):
        write_letters()
        first = perform(SERVER, TakeLetters()).result["letter_ids"]
        assert perform(SERVER, TakeLetters()).result["letter_ids"] == []
    assert len(first) == 1
    with due.app.app_context(), at(MONDAY + timedelta(minutes=11)):
        assert perform(SERVER, TakeLetters()).result["letter_ids"] == first, "the one who took it has died"


def remind(world: World) -> RemindTeam:
    return RemindTeam(network_id=world.teams.network, team_id=world.teams.team, about=About.PLAN)


def test_a_team_is_reminded_once_a_week_of_the_same(world: World, mailbox: tuple[Mailbox, Post]) -> None:
    box, post = mailbox
    with world.app.app_context():
        with at(MONDAY):
            assert perform(world.hall.organiser, remind(world)).result == {"letters": 3}
            with pytest.raises(TooLate):
                perform(world.hall.organiser, remind(world))
            send_letters(post)
        with at(MONDAY + timedelta(days=8)):
            perform(world.hall.organiser, remind(world))
    assert len(box.kept) == 3
    assert f"/teams/{world.teams.team}" in box.kept[0].get_content()


def test_a_reminder_stands_on_the_team_s_own_page_until_something_is_done(world: World) -> None:
    from tests.integration.road.test_routes import client_of

    def seen_by(who: str) -> bool:
        page = client_of(world, who).get(f"/teams/{world.teams.team}", headers={"Accept-Language": "en"})
        assert page.status_code == 200
        return "look forward to your plan" in page.text

    with world.app.app_context():
        perform(world.hall.organiser, remind(world))
    assert seen_by("team member")
    assert not seen_by("organiser")
    assert not seen_by("member of another team")
    world.hall.do(SubmitPlan(plan_id=world.teams.draft), Actor(user_id=world.teams.lead))
    assert not seen_by("team member")


def test_who_measures_is_told_what_is_to_be_measured(world: World, mailbox: tuple[Mailbox, Post]) -> None:
    box, post = mailbox
    measure = SetIndicator(
        plan_id=world.teams.plan,
        indicator_id=new_key(),
        title="Talks with a consultant",
        frequency=Frequency.WEEKLY,
    )
    world.hall.do(measure, Actor(user_id=world.teams.lead))
    monday = datetime.now(ZONE) + timedelta(days=7)
    monday = monday.replace(hour=8) - timedelta(days=monday.weekday())
    with world.app.app_context(), at(monday):
        assert write_letters() == 1
        send_letters(post)
    assert box.kept[0]["To"].addresses[0].addr_spec == address(world, world.teams.lead)
    assert "Talks with a consultant" in box.kept[0].get_content()


def test_a_digest_command_sent_twice_writes_once(due: World) -> None:
    command = WriteDigest(id=new_key(), user_id=due.teams.member)
    with due.app.app_context(), at(MONDAY):
        assert perform(SERVER, command).result == perform(SERVER, command).result == {"written": True}


def test_nobody_gets_two_letters_in_a_week_of_whatever_kind(due: World) -> None:
    everything = [RemindTeam(network_id=due.teams.network, team_id=due.teams.team, about=a) for a in About]
    with due.app.app_context(), at(MONDAY):
        written = [perform(due.hall.organiser, remind_of).result["letters"] for remind_of in everything]
        assert written == [3, 0, 0, 0], "each reminder stands on the team's page all the same"
        assert write_letters() == 0
    with due.app.app_context(), at(MONDAY + timedelta(days=7)):
        assert write_letters() == 1


@pytest.mark.parametrize("address", ["kari@kommune..no", "a@.b.c", "<a@b.c>", "(a@b.c", "a@[b.c"])
def test_a_mistyped_address_is_told_at_the_form_and_stops_nobody_else(
    due: World, mailbox: tuple[Mailbox, Post], address: str
) -> None:
    from pydantic import ValidationError

    from cafe.people.commands import AddUser
    from cafe.people.model import User

    with pytest.raises(ValidationError):
        AddUser(new_user_id=new_key(), email=address, display_name="Somebody")
    with due.app.app_context(), unit_of_work() as session:
        session.get_one(User, due.teams.lead).email = address  # from before addresses were looked at
    box, post = mailbox
    with due.app.app_context(), at(MONDAY):
        perform(due.hall.organiser, remind(due))
        assert sorted(send_letters(post).values()) == [Fate.REFUSED, Fate.SENT, Fate.SENT]
    assert len(box.kept) == 2


def test_who_leaves_a_team_gets_none_of_its_letters_that_wait(
    due: World, mailbox: tuple[Mailbox, Post]
) -> None:
    box, post = mailbox
    out = RemoveTeamMember(team_id=due.teams.team, user_id=due.teams.member)
    with due.app.app_context(), at(MONDAY):
        perform(due.hall.organiser, remind(due))
        perform(due.hall.organiser, out)
        assert len(send_letters(post)) == 2
    assert address(due, due.teams.member) not in {str(letter["To"]) for letter in box.kept}


def test_a_draft_is_in_the_letters_of_its_own_team_alone(due: World) -> None:
    """A measure in a draft is told to who is responsible; nobody else's letter knows of it."""
    measure = new_key()
    member = Actor(user_id=due.teams.member)
    due.hall.do(goals.AddMeasure(plan_id=due.teams.draft, measure_id=measure, title="Secret so far"), member)
    with due.app.app_context(), unit_of_work() as session:
        from cafe.plans.model import Measure

        session.get_one(Measure, measure).due_on = "2027-02-10"
        session.get_one(Measure, measure).responsible_id = due.teams.of_second
    with due.app.app_context(), db.sessionmaker() as session:
        from cafe.reminding.queries import days_of_user

        assert "Secret so far" not in {day.title for day in days_of_user(session, due.teams.of_second)}
