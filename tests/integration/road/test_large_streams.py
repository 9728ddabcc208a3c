"""Many rows: counted unread, read while others write, sent as they are kept, fetched when too many."""

from __future__ import annotations

import gzip
import json
import threading
from typing import Any

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, DeleteNote, EditNote
from cafe.live import loading, publish
from cafe.live.loading import load_image
from cafe.live.missed import Part
from cafe.live.publish import publisher
from cafe.people.connections import TextPacket
from cafe.people.sockets import socketio
from tests.support.apps import ORIGIN
from tests.support.cafe import Hall, make_hall
from tests.support.organiser import signed_in
from tests.support.world import World

ASKED = {"as": "organiser", "seen": None, "audience": None}


def write(hall: Hall, text: str) -> str:
    note = new_key()
    hall.do(
        AddNote(
            session_id=hall.session_id, table_round_id=hall.place(1), note_id=note, text=text, position=1.0
        )
    )
    return note


def running(app: Flask) -> Hall:
    hall = make_hall(app)
    for _ in range(3):
        hall.advance()
    return hall


def join(hall: Hall, browser: FlaskClient, **more: Any) -> dict[str, Any]:
    line = socketio.test_client(hall.app, flask_test_client=browser, headers={"Origin": ORIGIN})
    answer: dict[str, Any] | None = line.emit(
        "join", {"stream": hall.session_id, **ASKED, **more}, callback=True
    )
    assert answer is not None
    return answer


def fetched(hall: Hall, browser: FlaskClient, query: str = "as=organiser", encoding: str = "") -> bytes:
    response = browser.get(f"/cafe/{hall.session_id}/rows?{query}", headers={"Accept-Encoding": encoding})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers.get("Content-Encoding", "") == encoding
    return response.get_data()


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    names = ("audience", "reset", "seq", "rooms")
    return all(one[name] == other[name] for name in names)


def test_what_is_fetched_is_what_joining_tells_however_it_is_compressed(world: World) -> None:
    hall, browser = world.hall, signed_in(world.hall)
    told = join(hall, browser)
    assert told["ok"]
    assert told["rooms"]["organisers"]["rows"]
    for encoding, unpack in (("", bytes), ("gzip", gzip.decompress), ("br", brotli.decompress)):
        assert same(json.loads(unpack(fetched(hall, browser, encoding=encoding))), told)


def test_who_has_seen_something_fetches_what_is_above_it(app: Flask) -> None:
    hall = running(app)
    browser = signed_in(hall)
    before = join(hall, browser)
    gone, new = write(hall, "Å høre, "), write(hall, 'to be "heard" <b>')
    hall.do(DeleteNote(session_id=hall.session_id, note_id=gone))
    query = f"as=organiser&seen={before['seq']}&audience={before['audience']}"
    answer = json.loads(fetched(hall, browser, query))
    assert answer["reset"] is False
    assert same(answer, join(hall, browser, seen=before["seq"], audience=before["audience"]))
    assert {row["id"] for row in answer["rooms"]["organisers"]["rows"]} >= {new}


def test_a_number_that_is_none_or_of_another_audience_gets_everything(world: World) -> None:
    browser = signed_in(world.hall)
    for query in ("as=organiser&seen=x", "as=organiser&seen=3&audience=other"):
        assert json.loads(fetched(world.hall, browser, query))["reset"]


@pytest.mark.parametrize("query", ["as=host", "as=guest", "as=king", "as=host&table=none"])
def test_nothing_is_fetched_in_a_capacity_one_does_not_have(world: World, query: str) -> None:
    response = signed_in(world.hall).get(f"/cafe/{world.session_id}/rows?{query}")
    assert response.status_code in {403, 404}


def test_a_line_that_can_fetch_is_told_to_where_it_is_much_and_hears_nothing_before(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, browser = world.hall, signed_in(world.hall)
    assert "rooms" in join(hall, browser, fetches=True)
    monkeypatch.setattr("cafe.people.sockets.MOST_WAITING", 1000)
    line = socketio.test_client(hall.app, flask_test_client=browser, headers={"Origin": ORIGIN})
    answer: Any = line.emit("join", {"stream": hall.session_id, **ASKED, "fetches": True}, callback=True)
    assert answer == {"ok": True, "fetch": True, "now": answer["now"]}
    write(hall, "Not for who has no rows yet")
    assert line.get_received() == []
    assert "rooms" in join(hall, browser), "an older page gets everything on the line"


def test_a_page_begins_with_few_rows_and_is_told_when_they_are_many(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, browser = world.hall, signed_in(world.hall)

    def block() -> dict[str, Any]:
        html = browser.get(f"/cafe/{hall.session_id}/run").get_data(as_text=True)
        return json.loads(html.partition('id="page">')[2].partition("</script>")[0])  # type: ignore[no-any-return]

    assert same(block()["rows"], join(hall, browser))
    assert block()["fetch"] is False
    monkeypatch.setattr("cafe.site.start.FIRST_ROWS", 3)
    monkeypatch.setattr("cafe.site.start.MOST_WAITING", 1000)
    assert (block()["rows"], block()["fetch"]) == (None, True)
    monkeypatch.undo()
    publisher.images.clear()
    monkeypatch.setattr(publish, "LARGE", 10)
    assert (block()["rows"], block()["fetch"]) == (None, True)
    assert hall.session_id not in publisher.images, "the page did not wait until they were read"


def test_what_is_written_while_an_image_is_read_is_in_it(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = running(app)
    notes = [write(hall, f"Note {number}") for number in range(12)]
    publisher.images.clear()
    monkeypatch.setattr(loading, "PIECE", 3)
    turns = iter(range(1000))

    def others() -> None:
        turn = next(turns)
        if turn % 3 == 0:
            write(hall, f"Meanwhile {turn}")
        elif notes:
            note = notes.pop()
            hall.do(EditNote(session_id=hall.session_id, note_id=note, base_version=1, text=f"Else {turn}"))

    def somebody_has_a_turn(_seconds: float) -> None:
        if threading.current_thread() is threading.main_thread():
            writer = threading.Thread(target=others)
            writer.start()
            writer.join(10)
            assert not writer.is_alive(), "nobody can write while an image is read"

    monkeypatch.setattr("cafe.live.loading.time.sleep", somebody_has_a_turn)
    with app.app_context():
        held = publisher.image_of(hall.session_id)
    monkeypatch.undo()
    with app.app_context(), db.sessionmaker() as session:
        fresh = load_image(session, hall.session_id)
    assert fresh is not None
    assert next(turns) > 10
    assert held.seq == fresh.seq
    for name, room in fresh.rooms.items():
        assert {key: value[0] for key, value in held.room(name).rows.items()} == {
            key: value[0] for key, value in room.rows.items()
        }


def test_two_who_open_a_stream_at_once_get_the_same_image(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = running(app)
    publisher.images.clear()
    loads: list[str] = []

    def slowly(session: Any, stream: str) -> Any:
        loads.append(stream)
        threading.Event().wait(0.05)
        return load_image(session, stream)

    monkeypatch.setattr(publish, "load_image", slowly)
    found: list[Any] = []

    def opens() -> None:
        with app.app_context():
            found.append(publisher.image_of(hall.session_id))

    both = [threading.Thread(target=opens) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert loads == [hall.session_id]
    assert found[0] is found[1]


def test_rows_that_are_packed_go_out_as_the_library_would_send_them() -> None:
    from cafe.live.missed import Missed

    row = {"type": "note", "id": "n1", "text": 'Å "høre"\n<b>&'}
    packed = [json.dumps(row, ensure_ascii=False).encode()] * 401
    parts = {
        "organisers": Part(packed=packed, gone=[{"type": "note", "id": "n2"}]),
        "guests": Part(packed=[]),
    }
    missed = Missed(audience="a", reset=True, seq=7, now=1, parts=parts)
    answer = {"ok": True, **missed.answer(), "person": None}
    plain = {"audience": "a", "reset": True, "seq": 7, "now": 1}
    plain |= {"rooms": {name: {"rows": part.rows, "gone": part.gone} for name, part in parts.items()}}
    sent = TextPacket(3, data=[answer], namespace="/", id=12).encode()
    assert sent.startswith("312[")
    assert json.loads(sent[3:]) == [{"ok": True, **plain, "person": None}]
    assert json.loads(missed.whole().text) == plain
    assert (missed.count, missed.size) == (401, 401 * len(packed[0]))
    other = TextPacket(3, data=[{"ok": True}], id=12)
    assert other.encode() == '312[{"ok":true}]'
