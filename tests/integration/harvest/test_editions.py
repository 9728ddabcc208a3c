"""Publishing to a network or to everyone, looking first, corrections as editions, and what became of it."""

from __future__ import annotations

import base64
import threading
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.table import AddNote
from cafe.errors import BadInput
from cafe.gatherings.commands import CreateGathering, RegisterParticipant
from cafe.harvest import onward
from cafe.harvest.commands.board import CreateTheme, MergeThemes
from cafe.harvest.commands.conclusions import ApproveConclusion, RestOn, WriteConclusion
from cafe.harvest.commands.hosts import BundleNotes, LeaveOut, MarkImportant, TakeOutOfBundle
from cafe.harvest.commands.publication import LookAt, Publish, Readers, Unpublish
from cafe.harvest.making import making
from cafe.harvest.model import Publication
from cafe.harvest.queries.delicate import delicate_in
from cafe.harvest.queries.report import report_of
from cafe.harvest.views import published_files
from cafe.people.actions import issue_ticket
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in


class Concluded:
    """A hall past its rounds with one approved conclusion: a note is cited, one is under its theme."""

    def __init__(self, app: Flask) -> None:
        self.hall = make_hall(app)
        while self.hall.advance()["phase"] != "harvest":
            pass
        self.cited, self.placed, self.kept = (self.says(text) for text in ("A home", "A key", "A garden"))
        self.theme, self.conclusion = new_key(), new_key()
        sid = self.hall.session_id
        self.hall.do(CreateTheme(session_id=sid, theme_id=self.theme, title="Homes", note_ids=(self.placed,)))
        self.write(f"It begins with a home [#{self.cited}]")

    def says(self, text: str, table: int = 1, round_number: int = 1) -> str:
        note = new_key()
        self.hall.do(
            AddNote(
                session_id=self.hall.session_id,
                table_round_id=self.hall.place(table, round_number),
                note_id=note,
                text=text,
            )
        )
        return note

    def write(self, text: str, base: int = 0) -> None:
        sid = self.hall.session_id
        write = WriteConclusion(
            session_id=sid,
            conclusion_id=self.conclusion,
            topic_id=self.hall.topics[0],
            title="A home first",
            base_version=base,
            text=text,
        )
        version = int(str(self.hall.do(write)["version"]))
        self.hall.do(RestOn(session_id=sid, conclusion_id=self.conclusion, theme_ids=(self.theme,)))
        self.hall.do(
            ApproveConclusion(
                session_id=sid, conclusion_id=self.conclusion, version=version, without_hosts=True
            )
        )

    def publish(self, audience: Readers = Readers.EVERYONE, **more: object) -> str:
        asked = Publish(session_id=self.hall.session_id, title="What we said", audience=audience, **more)  # type: ignore[arg-type]
        return str(self.hall.do(asked)["slug"])


ENGLISH = {"Accept-Language": "en"}


def read(browser: FlaskClient, path: str) -> str:
    answer = browser.get(path, headers=ENGLISH)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.get_data(as_text=True)


def holding_a_ticket(app: Flask, participant_id: str) -> FlaskClient:
    with app.app_context(), unit_of_work() as session:
        secret = issue_ticket(session, participant_id, ends_others=False)
    browser = app.test_client()
    browser.set_cookie("ticket", secret)
    return browser


def of_the_same_network(app: Flask, hall: Hall) -> str:
    """Give somebody who takes part in another gathering of the hall's network."""
    gathering, participant = new_key(), new_key()
    network = f"Network {hall.organiser.user_id}"
    hall.do(CreateGathering(new_gathering_id=gathering, network=network, title="The next one"))
    hall.do(RegisterParticipant(gathering_id=gathering, participant_id=participant, display_name="Somebody"))
    return participant


def test_what_is_for_the_network_is_read_by_the_network_and_nobody_else(app: Flask) -> None:
    concluded = Concluded(app)
    slug = concluded.publish(Readers.NETWORK)
    stranger = make_hall(app, people=3, tables=1, topics=1)
    pages = (
        f"/published/{slug}",
        f"/published/{slug}/tables",
        f"/published/{slug}/table/1",
        f"/published/{slug}/edition/1",
    )
    others = (
        app.test_client(),
        signed_in(stranger),
        holding_a_ticket(app, stranger.participants[0]),
    )
    own = (
        signed_in(concluded.hall),
        holding_a_ticket(app, concluded.hall.participants[4]),
        holding_a_ticket(app, of_the_same_network(app, concluded.hall)),
    )
    for path in pages:
        for browser in others:
            answer = browser.get(path, headers=ENGLISH)
            assert answer.status_code == 403
            assert "A home" not in answer.get_data(as_text=True)
            assert "This is for the network that wrote it" in answer.get_data(as_text=True)
        for browser in own:
            assert "A home" in read(browser, path)
    concluded.publish(Readers.EVERYONE)
    assert "A home" in read(app.test_client(), pages[0])


def test_a_correction_is_an_edition_and_the_one_before_stays(app: Flask) -> None:
    concluded = Concluded(app)
    slug = concluded.publish()
    concluded.write(f"It begins with a flat [#{concluded.cited}]", base=1)
    concluded.publish(correction="A flat, not a house")
    browser = app.test_client()
    newest, first = read(browser, f"/published/{slug}"), read(browser, f"/published/{slug}/edition/1")
    assert "with a flat" in newest
    assert "A flat, not a house" in newest
    assert "with a home" not in newest
    assert "with a home" in first
    assert "It has been corrected since" in first
    assert browser.get(f"/published/{slug}/edition/3").status_code == 404


def test_what_was_taken_down_comes_back_in_no_edition(app: Flask) -> None:
    concluded = Concluded(app)
    slug = concluded.publish()
    concluded.hall.do(Unpublish(session_id=concluded.hall.session_id))
    assert app.test_client().get(f"/published/{slug}/edition/1").status_code == 404
    concluded.publish()
    assert app.test_client().get(f"/published/{slug}/edition/1").status_code == 404
    assert "taken down" in read(app.test_client(), f"/published/{slug}")


def test_important_notes_are_settled_before(app: Flask) -> None:
    concluded = Concluded(app)
    sid, topic = concluded.hall.session_id, concluded.hall.topics[0]
    for note in (concluded.cited, concluded.placed, concluded.kept):
        concluded.hall.do(MarkImportant(session_id=sid, topic_id=topic, note_id=note, important=True))
    with pytest.raises(BadInput) as refused:
        concluded.publish()
    assert "neither used nor left out" in str(refused.value.message)
    concluded.hall.do(
        LeaveOut(session_id=sid, topic_id=topic, note_id=concluded.kept, left_out=True, reason="Next time")
    )
    concluded.publish()


def test_passages_are_looked_at_once_and_again_when_the_text_is_another(app: Flask) -> None:
    concluded = Concluded(app)
    hall = concluded.hall
    concluded.says("His mother was hospitalised in May")

    def marks() -> list[str]:
        with app.app_context(), db.sessionmaker() as session:
            return [mark.id for mark in delicate_in(session, hall.session_id)]

    assert len(marks()) == 2
    with pytest.raises(BadInput) as refused:
        concluded.publish()
    assert refused.value.field == "looked_at"
    hall.do(LookAt(session_id=hall.session_id, passage_ids=tuple(marks())))
    concluded.publish()
    concluded.says("So said Person 4")  # somebody who takes part
    with pytest.raises(BadInput):
        concluded.publish()
    concluded.publish(looked_at=True)


def test_what_became_of_each_note_is_told_by_table_and_leads_both_ways(app: Flask) -> None:
    concluded = Concluded(app)
    concluded.hall.do(
        LeaveOut(
            session_id=concluded.hall.session_id,
            topic_id=concluded.hall.topics[0],
            note_id=concluded.says("A dog"),
            left_out=True,
            reason="Not our question",
        )
    )
    slug = concluded.publish()
    html = read(app.test_client(), f"/published/{slug}/table/1")
    to_conclusion = f"/published/{slug}#conclusion-{concluded.conclusion}"
    assert html.count(to_conclusion) == 2
    assert "under “Homes”" in html
    assert "No conclusion rests on it" in html
    assert "Not our question" in html
    assert "no notes in round 2" in html
    whole = read(app.test_client(), f"/published/{slug}")
    assert f'id="conclusion-{concluded.conclusion}"' in whole
    assert f"/published/{slug}/tables" in whole
    assert f'href="#conclusion-{concluded.conclusion}"' in whole  # from the notes in the annex
    assert app.test_client().get(f"/published/{slug}/table/9").status_code == 404


def test_a_measure_that_another_domain_knows_of_stands_on_both_pages(app: Flask) -> None:
    concluded = Concluded(app)
    slug = concluded.publish()

    def measures(_session: object, _actor: Actor, _session_id: str) -> dict[str, list[onward.Onward]]:
        return {concluded.conclusion: [onward.Onward(words="A measure in Bømlo", url="/plans/1")]}

    onward.leads_onward(measures)
    try:
        for path in (f"/published/{slug}", f"/published/{slug}/table/1"):
            assert '<a href="/plans/1">A measure in Bømlo</a>' in read(app.test_client(), path)
    finally:
        onward.forget([measures])


def test_a_conclusion_goes_with_its_theme_where_that_is_merged(app: Flask) -> None:
    concluded = Concluded(app)
    sid, into = concluded.hall.session_id, new_key()
    concluded.hall.do(CreateTheme(session_id=sid, theme_id=into, title="Houses", note_ids=(concluded.kept,)))
    concluded.hall.do(MergeThemes(session_id=sid, theme_id=concluded.theme, into_theme_id=into))
    with app.app_context(), db.sessionmaker() as session:
        (conclusion,) = report_of(session, sid, approved_only=True).conclusions
    assert conclusion.theme_ids == (into,)
    assert set(conclusion.note_ids) == {concluded.cited, concluded.placed, concluded.kept}


def test_the_text_of_a_bundle_without_notes_is_kept_and_not_published(app: Flask) -> None:
    concluded = Concluded(app)
    sid, bundle = concluded.hall.session_id, new_key()
    about = {"session_id": sid, "topic_id": concluded.hall.topics[0]}
    notes = (concluded.cited, concluded.placed)
    concluded.hall.do(BundleNotes(**about, bundle_id=bundle, note_ids=notes, text="A home and a key"))

    def texts(*, approved_only: bool) -> list[str]:
        with app.app_context(), db.sessionmaker() as session:
            return [each.text for each in report_of(session, sid, approved_only=approved_only).bundles]

    assert texts(approved_only=True) == ["A home and a key"]
    concluded.hall.do(TakeOutOfBundle(**about, note_ids=notes))
    assert texts(approved_only=True) == []
    assert texts(approved_only=False) == ["A home and a key"]


def test_what_was_published_in_the_first_form_still_shows(app: Flask) -> None:
    concluded = Concluded(app)
    slug = concluded.publish()
    with app.app_context(), unit_of_work() as session:
        session.query(Publication).one().content = {
            "session": "Kafé",
            "gathering": "A gathering",
            "place": "Bergen",
            "starts_on": None,
            "ends_on": None,
            "introduction": "Hello",
            "introduction_notes": [],
            "topics": [
                {
                    "letter": "A",
                    "position": 0,
                    "title": "Old",
                    "text": "Said [#abcdefgh12]",
                    "notes": [
                        {
                            "id": "abcdefgh12",
                            "text": "Voice",
                            "table": 1,
                            "round": 1,
                            "source": "professional",
                        }
                    ],
                }
            ],
        }
    assert 'id="note-A-1"' in read(app.test_client(), f"/published/{slug}")
    assert "before every note was kept" in read(app.test_client(), f"/published/{slug}/tables")


def test_a_file_for_readers_is_made_once_for_all_who_ask_and_no_more_wait_than_there_is_room(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/published/{Concluded(app).publish()}/edition/1/report.pdf"
    tasks = []

    def slowly(task: dict[str, object]) -> dict[str, str]:
        tasks.append(task)
        time.sleep(0.3)
        return {"file": base64.b64encode(b"%PDF").decode()}

    monkeypatch.setattr(making, "answer_to", slowly)
    answers: list[tuple[int, bytes]] = []

    def ask() -> None:
        answer = app.test_client().get(path)
        answers.append((answer.status_code, answer.data))

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert answers == [(200, b"%PDF")] * 4
    assert len(tasks) == 1
    monkeypatch.setattr(published_files, "_waiting", threading.BoundedSemaphore(1))
    published_files._waiting.acquire()
    assert app.test_client().get(path).status_code == 200  # it is there
    assert app.test_client().get(path.replace(".pdf", ".docx")).status_code == 429


def test_nobody_but_organisers_see_the_passages(app: Flask) -> None:
    concluded = Concluded(app)
    path = f"/cafe/{concluded.hall.session_id}/conclusions/passages"
    assert app.test_client().get(path).status_code in {302, 401, 403}
    assert holding_a_ticket(app, concluded.hall.participants[0]).get(path).status_code in {302, 403}
    assert signed_in(concluded.hall).get(path).get_json() == {"passages": []}
