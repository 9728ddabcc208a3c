"""From a consolidated summary to a page for everyone, and down again."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.commands.rounds import Extend
from cafe.dialogue.commands.session import AddAttendee
from cafe.dialogue.commands.table import AddNote, DeleteNote, NoteSource
from cafe.errors import BadInput, NotAllowed, TooLate
from cafe.harvest.commands.publication import Publish, Unpublish
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in


def harvested(app: Flask) -> tuple[Hall, str]:
    hall = make_hall(app)
    while hall.advance()["phase"] != "harvest":
        pass
    note = new_key()
    hall.do(
        AddNote(
            session_id=hall.session_id,
            table_round_id=hall.place(1, 2),
            note_id=note,
            text="Said <b>at</b> the table",
            source=NoteSource.LIVED_EXPERIENCE,
        )
    )
    return hall, note


def written(hall: Hall, text: str, topic: int = 0) -> None:
    hall.do(
        WriteConsolidated(session_id=hall.session_id, topic_id=hall.topics[topic], base_version=0, text=text)
    )


def approved(hall: Hall, topic: int = 0) -> None:
    without_hosts = ApproveConsolidated(
        session_id=hall.session_id, topic_id=hall.topics[topic], version=1, without_hosts=True
    )
    hall.do(without_hosts)


def test_a_published_page_needs_no_sign_in_and_names_nobody(app: Flask) -> None:
    hall, note = harvested(app)
    written(hall, f"# Heard\n\nThis [#{note}] <script>alert(1)</script>")
    approved(hall)
    written(hall, "Not approved", topic=1)
    slug = hall.do(Publish(session_id=hall.session_id, title="What we heard"))["slug"]
    page = app.test_client().get(f"/published/{slug}")
    html = page.get_data(as_text=True)
    assert page.status_code == 200
    assert "<h1>What we heard</h1>" in html
    assert "<h4>Heard</h4>" in html
    assert 'href="#note-1"' in html
    assert 'id="note-1"' in html
    assert "Said &lt;b&gt;at&lt;/b&gt; the table" in html
    assert "<script" not in html
    assert "Not approved" not in html
    assert "Person " not in html


def test_a_page_taken_down_is_gone_and_comes_back_at_its_address(app: Flask) -> None:
    hall, _ = harvested(app)
    written(hall, "Text")
    approved(hall)
    slug = hall.do(Publish(session_id=hall.session_id, title="T"))["slug"]
    hall.do(Unpublish(session_id=hall.session_id))
    assert app.test_client().get(f"/published/{slug}").status_code == 404
    again = hall.do(Publish(session_id=hall.session_id, title="T"))
    assert again == {"slug": slug, "edition": 2}
    assert app.test_client().get(f"/published/{slug}").status_code == 200


def test_a_note_that_is_gone_cannot_be_cited(app: Flask) -> None:
    hall, note = harvested(app)
    hall.do(DeleteNote(session_id=hall.session_id, note_id=note))
    written(hall, f"This [#{note}]")
    with pytest.raises(BadInput):
        approved(hall)


def test_nothing_is_published_before_the_harvest_or_unapproved(app: Flask) -> None:
    early = make_hall(app)
    with pytest.raises(TooLate):
        early.do(Publish(session_id=early.session_id, title="T"))
    hall, _ = harvested(app)
    with pytest.raises(BadInput):
        hall.do(Publish(session_id=hall.session_id, title="T"))


def test_another_gathering_s_organiser_sees_and_changes_nothing(app: Flask) -> None:
    hall, _ = harvested(app)
    foreign = make_hall(app, people=3, tables=1, topics=1)
    browser = signed_in(foreign)
    for page in ("run", "door", "harvest", "export.json", f"door/{hall.attendees[0]}/phone"):
        assert browser.get(f"/cafe/{hall.session_id}/{page}").status_code == 403, page
    assert browser.post(f"/cafe/{hall.session_id}/harvest/preview", data={"text": "x"}).status_code == 403
    # Nor through a session of one's own, with somebody else's attendee.
    mine = f"/cafe/{foreign.session_id}/door/{hall.attendees[0]}/phone"
    assert browser.get(mine).status_code == 404
    assert browser.post(mine).status_code == 404
    with pytest.raises(NotAllowed):
        hall.do(Publish(session_id=hall.session_id, title="T"), foreign.organiser)


def test_files_and_the_preview_come_to_the_organiser(app: Flask) -> None:
    hall, note = harvested(app)
    browser = signed_in(hall)
    for ending, kind in (("md", "text/markdown"), ("csv", "text/csv"), ("json", "application/json")):
        answer = browser.get(f"/cafe/{hall.session_id}/export.{ending}")
        assert answer.status_code == 200
        assert answer.mimetype == kind
        assert f"kafe.{ending}" in answer.headers["Content-Disposition"]
    assert browser.get(f"/cafe/{hall.session_id}/export.exe").status_code == 404
    shown = browser.post(
        f"/cafe/{hall.session_id}/harvest/preview", data={"text": f"a [#{note}] [#missing12]"}
    )
    html = shown.get_json()["html"]
    assert 'href="#note-1"' in html
    assert "cite--unknown" in html


def test_a_code_for_a_new_phone_ends_the_old_one(app: Flask) -> None:
    hall, _ = harvested(app)
    html = (
        signed_in(hall).post(f"/cafe/{hall.session_id}/door/{hall.attendees[3]}/phone").get_data(as_text=True)
    )
    code = html.partition("/t#")[2][:8]
    phone = app.test_client()
    assert phone.post("/t", data={"secret": code}).status_code == 302
    assert phone.get(f"/cafe/{hall.session_id}").status_code == 200
    other = app.test_client()
    assert other.post("/t", data={"secret": code}).status_code != 302


def test_a_full_hall_still_lets_somebody_in(app: Flask) -> None:
    hall = make_hall(app, people=6, tables=2, seats=3)
    hall.advance()
    added = AddAttendee(session_id=hall.session_id, attendee_id=new_key(), display_name="Late")
    assert hall.do(added)["attendee_id"] == added.attendee_id


def test_two_who_extend_at_once_extend_once_and_both_are_told(app: Flask) -> None:
    hall = make_hall(app)
    for _ in range(3):
        hall.advance()
    step = hall.step()
    first = hall.do(Extend(session_id=hall.session_id, from_step=step, minutes=5))
    second = hall.do(Extend(session_id=hall.session_id, from_step=step, minutes=5))
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["deadline"] == second["deadline"]


def test_a_guest_may_not_harvest(app: Flask) -> None:
    hall, _ = harvested(app)
    with pytest.raises(NotAllowed):
        hall.do(
            WriteConsolidated(session_id=hall.session_id, base_version=0, text="x"),
            Actor(participant_ids=(hall.participants[4],)),
        )
