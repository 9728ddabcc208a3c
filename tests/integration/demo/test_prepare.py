"""The demonstration is ready to be played: the reference network, invented people, everyone seated."""

import io
import socket
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from rich.console import Console
from sqlalchemy import func, select

from cafe.db import db, unit_of_work
from cafe.demo import prepare as preparing
from cafe.demo.address import NoPort, free_port
from cafe.demo.prepare import Prepared, forget, import_file, prepare
from cafe.demo.show import show_links
from cafe.demo.texts import demo_texts
from cafe.dialogue.commands.session import Mode
from cafe.dialogue.facts import prepare_facts
from cafe.dialogue.model import CafeSession, Seat
from cafe.dialogue.modes import ROUNDS
from cafe.network.model import Organisation
from cafe.people.actions import use_link
from cafe.people.commands import Purpose
from tests.support.apps import app_on


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, Prepared]:
    app = app_on(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")
    with app.app_context():
        return app, prepare("http://127.0.0.1:8000", 120)


def test_the_reference_network_meets_with_everyone_seated(demo: tuple[Flask, Prepared]) -> None:
    app, prepared = demo
    with app.app_context(), db.sessionmaker() as session:
        query = select(Organisation.role, func.count()).group_by(Organisation.role)
        query = select(Organisation.role, func.count()).group_by(Organisation.role)
        roles = dict(session.execute(query).all())
        assert roles == {"member": 17, "organiser": 4}
        cafe = session.get_one(CafeSession, prepared.session)
        assert [topic.title for topic in cafe.topics] == [
            "Brukerkompetansen",
            "Den endrede brukerrollen",
            "Samhandling i et recoveryperspektiv",
        ]
        assert len(cafe.tables) == 15
        seats = select(func.count()).select_from(Seat).where(Seat.session_id == prepared.session)
        assert session.scalar(seats) == 120 * 3
    assert len(prepared.names) == 105
    assert len(prepared.cast.hosts) == 15
    assert prepared.cast.phones == ()


def test_the_links_can_be_opened_more_than_once(demo: tuple[Flask, Prepared]) -> None:
    app, prepared = demo
    with app.app_context():
        for _ in range(2):
            with unit_of_work() as session:
                for link, purpose in (
                    (prepared.organiser_link, Purpose.SIGN_IN),
                    (prepared.wall_link, Purpose.WALL),
                    (prepared.host_link, Purpose.TICKET),
                ):
                    use_link(session, purpose, link.partition("#")[2], 0)


def test_the_same_people_come_each_time_and_none_twice() -> None:
    one, other = (import_file(300, Random(1)) for _ in range(2))
    assert one == other
    names = [person.name for person in one.participants]
    assert len(set(names)) == 300


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what has been before and is to come: it is the same however many meet, and takes seconds."""
    monkeypatch.setattr(preparing, "_tell", lambda _teller, _file, imported: imported.organisers[0].user_id)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("count", [6, 7, 40, 300])
def test_any_number_of_people_finds_seats(tmp_path: Path, count: int) -> None:
    app = app_on(f"sqlite:///{tmp_path / 'demo.db'}")
    with app.app_context():
        prepared = prepare("http://127.0.0.1:8000", count)
    assert len(prepared.names) + len(prepared.cast.hosts) == count


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("mode", list(Mode))
def test_the_demonstration_can_be_made_in_every_mode(sqlite_app: Flask, mode: Mode) -> None:
    with sqlite_app.app_context():
        prepared = prepare("http://localhost", 18, mode=mode)
        with db.sessionmaker() as session:
            facts = prepare_facts(session, prepared.session)
    assert facts.shape.mode is mode
    assert len(facts.shape.rounds) == ROUNDS.get(mode, 3)
    assert len(facts.hosts) == len(facts.shape.tables) == len(prepared.cast.hosts)
    if facts.shape.asks_each_round:
        assert all(each.question for each in facts.shape.rounds)


def test_texts_fit_their_places() -> None:
    texts = demo_texts()
    assert len(texts.topics) == 3
    for topic in texts.topics:
        assert len(topic.notes) >= 30
        assert all(len(summary) <= 600 for summary in topic.summaries)
        assert len({line.text for line in topic.notes}) == len(topic.notes)


def test_links_stand_whole_on_one_line(demo: tuple[Flask, Prepared]) -> None:
    _app, prepared = demo
    console = Console(width=60, record=True, file=io.StringIO())
    show_links(console, prepared, people=120, lan=True)
    shown = console.export_text()
    for link in (prepared.organiser_link, prepared.wall_link, prepared.join_link, prepared.host_link):
        assert link in shown
    assert "plain HTTP" in shown


def test_a_taken_port_gives_the_next_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port("127.0.0.1", port) > port
    with pytest.raises(NoPort):
        free_port("203.0.113.1", 8000)


def test_a_database_is_forgotten_with_its_side_files(tmp_path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"demo.db{suffix}").touch()
    forget(tmp_path / "demo.db")
    assert list(tmp_path.iterdir()) == []
