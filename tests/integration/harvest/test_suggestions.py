"""Suggested themes, from asking to answering: never more than proposals, and never in the writers' way."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from bench.themes.coherence import statements
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.table import AddNote, DeleteNote
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.actions.suggestions import forget_half_done, note_progress
from cafe.harvest.commands.board import CreateTheme
from cafe.harvest.commands.suggestions import BundleSuggestion, CancelSuggestions, DismissSuggestion
from cafe.harvest.model import Slip
from cafe.harvest.suggesting import suggesting
from tests.support.cafe import Hall, make_hall
from tests.support.suggestions import found, proposals, search, stored_run, suggesting_in, the_same

PATIENCE = 120  # seconds: a process at a low priority may wait long for a busy machine
TEXTS = (
    "Møteplasser som er åpne i helgene",
    "En åpen møteplass med kaffe",
    "Møteplassen stenger for tidlig i helgene",
    "Erfaringskonsulenter i alle tjenester",
    "Erfaringskonsulenten må ha veiledning",
    "To erfaringskonsulenter i hver tjeneste",
    "En åpen møteplass med kaffe!",
    "Hunden fikk bli med",
)


class Written(Hall):
    """A hall with notes, all at the first table and so of one topic."""

    notes: list[str]


def written(app: Flask, *texts: str, place: int = 1) -> Written:
    hall = make_hall(app)
    for _ in range(3):
        hall.advance()
    hall.__class__ = Written
    assert isinstance(hall, Written)
    hall.notes = [write(hall, text, place, f"note-{n:04}") for n, text in enumerate(texts or TEXTS)]
    return hall


def write(hall: Hall, text: str, place: int = 1, note: str = "one-more-note") -> str:
    hall.do(
        AddNote(
            session_id=hall.session_id,
            table_round_id=hall.place(place),
            note_id=note,
            text=text,
            position=1,
        ),
        hall.guest(place - 1),
    )
    return note


def answer(*themes: tuple[str, ...], different: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "themes": [
            {"title": f"T{n}", "words": ["one", "two"], "note_ids": notes, "closeness": 0.3}
            for n, notes in enumerate(themes)
        ],
        "duplicates": [],
        "different": different,
    }


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def state_of(hall: Hall, run_id: str) -> str:
    run = stored_run(hall, run_id)
    return run.state if run is not None else "gone"


def test_a_process_looks_and_proposes(app: Flask) -> None:
    hall = written(app)
    with suggesting_in(app):
        key = search(hall)
        assert suggesting.wait_for(key, PATIENCE)
    run = stored_run(hall, key)
    assert run is not None
    assert (run.state, run.progress, run.notes) == ("ready", 100, len(TEXTS))
    by_kind: dict[str, list[set[str]]] = {}
    for proposal in proposals(hall):
        by_kind.setdefault(proposal.kind, []).append(set(proposal.note_ids))
    numbers = hall.notes
    assert {numbers[3], numbers[4], numbers[5]} in by_kind["theme"]
    assert by_kind["duplicates"] == [{numbers[1], numbers[6]}]
    assert by_kind["different"] == [{numbers[7]}]
    everyone = set().union(*by_kind["theme"], *by_kind["different"])
    assert everyone == set(numbers)


def test_cancelling_ends_the_process_and_lays_nothing_out(app: Flask) -> None:
    hall = written(app, *(note.text for note in statements()[:60]))
    with suggesting_in(app):
        key = search(hall)
        until(lambda: key in suggesting.going_on and suggesting.going_on[key]._process is not None)
        process = suggesting.going_on[key]._process
        hall.do(CancelSuggestions(session_id=hall.session_id, run_id=key))
        assert suggesting.wait_for(key, 5)
        assert process is not None
        assert process._process.returncode == -9
    assert state_of(hall, key) == "cancelled"
    assert found(hall, key, answer((hall.notes[0], hall.notes[1]))) == []


def test_a_second_search_gives_the_first_up_and_forgets_what_nobody_answered(app: Flask) -> None:
    hall = written(app)
    a, b, c, *_ = hall.notes
    first = search(hall)
    found(hall, first, answer((a, b), (b, c), (a, c)))
    one, other, _ = proposals(hall)
    theme = CreateTheme(
        session_id=hall.session_id, theme_id=new_key(), title="Ours", note_ids=(a,), suggestion_id=one.id
    )
    hall.do(theme)
    hall.do(DismissSuggestion(session_id=hall.session_id, suggestion_id=other.id))
    second = search(hall)
    left = {proposal.id: proposal.state for proposal in proposals(hall)}
    assert left == {one.id: "accepted", other.id: "dismissed"}
    third = search(hall)
    assert [state_of(hall, key) for key in (first, second, third)] == ["ready", "gone", "working"]
    assert found(hall, second, answer((a, b)))[0].run_id == first


def test_only_a_topic_or_only_what_is_not_placed_is_looked_at(app: Flask) -> None:
    hall = written(app)
    binned, placed, *_ = hall.notes
    elsewhere = write(hall, "At another table, about another topic", place=2)
    delete = DeleteNote(session_id=hall.session_id, note_id=binned)
    hall.do(delete, hall.guest(0))
    hall.do(CreateTheme(session_id=hall.session_id, theme_id=new_key(), title="T", note_ids=(placed,)))
    counts: list[dict[str, Any]] = [
        {},
        {"topic_id": hall.topics[1]},
        {"topic_id": hall.topics[0], "only_unplaced": True},
    ]
    runs = [stored_run(hall, search(hall, **asked)) for asked in counts]
    assert [run.notes for run in runs if run is not None] == [8, 1, 6]
    with pytest.raises(NotFound):
        search(hall, topic_id="no-such-topic")
    hall.do(DeleteNote(session_id=hall.session_id, note_id=elsewhere), hall.guest(1))
    with pytest.raises(TooLate):
        search(hall, topic_id=hall.topics[1])


def test_a_proposal_is_accepted_once_with_another_title_and_fewer_notes(app: Flask) -> None:
    hall = written(app)
    a, b, c, *_ = hall.notes
    (proposal,) = found(hall, search(hall), answer((a, b, c)))
    theme_id = new_key()
    accept = {"session_id": hall.session_id, "title": "In our words", "suggestion_id": proposal.id}
    hall.do(CreateTheme(theme_id=theme_id, note_ids=(a, b), **accept))
    (accepted,) = proposals(hall)
    assert (accepted.state, accepted.theme_id) == ("accepted", theme_id)
    with pytest.raises(TooLate):
        hall.do(CreateTheme(theme_id=new_key(), note_ids=(a,), **accept))
    with pytest.raises(TooLate):
        hall.do(DismissSuggestion(session_id=hall.session_id, suggestion_id=proposal.id))


def test_a_dismissed_proposal_can_be_laid_out_again(app: Flask) -> None:
    hall = written(app)
    (proposal,) = found(hall, search(hall), answer(different=(hall.notes[0],)))
    for dismissed, state in ((True, "dismissed"), (False, "open")):
        hall.do(DismissSuggestion(session_id=hall.session_id, suggestion_id=proposal.id, dismissed=dismissed))
        assert proposals(hall)[0].state == state


def test_notes_that_have_found_a_place_leave_the_others_waiting(app: Flask) -> None:
    hall = written(app)
    a, b, c, *_ = hall.notes
    (proposal,) = found(hall, search(hall), answer(different=(a, b, c)))
    for placed, left, state in (((b,), [a, c], "open"), ((a, c), [a, c], "dismissed")):
        dismiss = DismissSuggestion(session_id=hall.session_id, suggestion_id=proposal.id, note_ids=placed)
        hall.do(dismiss)
        (now,) = proposals(hall)
        assert (now.note_ids, now.state) == (left, state)


def test_near_duplicates_are_read_as_one_once(app: Flask) -> None:
    hall = written(app)
    one, other = hall.notes[1], hall.notes[6]
    proposal = the_same(hall, one, other)

    def bundle(text: str) -> BundleSuggestion:
        return BundleSuggestion(
            session_id=hall.session_id,
            suggestion_id=proposal,
            bundle_id=new_key(),
            note_ids=(one, other),
            text=text,
        )

    hall.do(bundle("En åpen møteplass"))
    with app.app_context(), db.sessionmaker() as session:
        assert len({session.get_one(Slip, note).bundle_id for note in (one, other)} - {None}) == 1
    assert proposals(hall)[0].state == "accepted"
    with pytest.raises(TooLate):
        hall.do(bundle("Again"))


def test_a_theme_is_not_read_as_one(app: Flask) -> None:
    hall = written(app)
    (proposal,) = found(hall, search(hall), answer(tuple(hall.notes[:3])))
    with pytest.raises(BadInput):
        hall.do(
            BundleSuggestion(
                session_id=hall.session_id,
                suggestion_id=proposal.id,
                bundle_id=new_key(),
                note_ids=tuple(hall.notes[:2]),
                text="One",
            )
        )


def test_notes_that_went_to_the_bin_meanwhile_are_left_out(app: Flask) -> None:
    hall = written(app)
    key = search(hall)
    hall.do(DeleteNote(session_id=hall.session_id, note_id=hall.notes[0]), hall.guest(0))
    (proposal,) = found(hall, key, answer(tuple(hall.notes[:3])))
    assert proposal.note_ids == hall.notes[1:3]


def test_what_was_half_done_when_the_server_stopped_has_failed(app: Flask) -> None:
    hall = written(app)
    key = search(hall)
    with app.app_context(), unit_of_work() as session:
        assert note_progress(session, key, 40)
    with app.app_context(), unit_of_work() as session:
        forget_half_done(session)
    assert state_of(hall, key) == "failed"
    with app.app_context(), unit_of_work() as session:
        assert not note_progress(session, key, 50)


def test_a_process_that_breaks_is_told_as_failed(app: Flask) -> None:
    hall = written(app)
    assert found(hall, key := search(hall), {"problem": {}}) == []
    assert state_of(hall, key) == "failed"
