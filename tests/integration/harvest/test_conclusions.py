"""Conclusions: two at once lose nothing, a change opens approval again, hosts and then organisers approve."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, DeleteNote
from cafe.errors import BadInput, NotAllowed, NotFound, TooLate
from cafe.harvest.commands.board import CreateTheme
from cafe.harvest.commands.conclusions import (
    ApproveConclusion,
    ApproveConclusionByHosts,
    MoveConclusion,
    RemoveConclusion,
    RemoveNextStep,
    RestOn,
    RestoreConclusion,
    SetNextStep,
    WriteConclusion,
)
from cafe.harvest.model import Basis, Conclusion, NextStep
from cafe.harvest.queries.conclusions import conclusion_history
from tests.support.cafe import Hall, make_hall

Row = dict[str, object]


def harvested(app: Flask) -> tuple[Hall, str]:
    """Give a hall past its rounds, and a note of its first topic."""
    hall = make_hall(app)
    while hall.advance()["phase"] != "harvest":
        pass
    note = new_key()
    hall.do(
        AddNote(
            session_id=hall.session_id, table_round_id=hall.place(1), note_id=note, text="Said at table 1"
        )
    )
    return hall, note


def written(
    hall: Hall, conclusion_id: str, title: str, text: str, base: int = 0, topic: int | None = 0
) -> Row:
    return hall.do(
        WriteConclusion(
            session_id=hall.session_id,
            conclusion_id=conclusion_id,
            topic_id=None if topic is None else hall.topics[topic],
            title=title,
            base_version=base,
            text=text,
        )
    )


def row_of(hall: Hall, conclusion_id: str) -> Conclusion:
    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Conclusion, conclusion_id)


def by_hosts(hall: Hall, conclusion_id: str, version: int, host: int = 0, topic: int = 0) -> Row:
    approve = ApproveConclusionByHosts(
        session_id=hall.session_id,
        topic_id=hall.topics[topic],
        conclusion_id=conclusion_id,
        version=version,
    )
    return hall.do(approve, hall.guest(host))


def by_organiser(hall: Hall, conclusion_id: str, version: int, *, without_hosts: bool = False) -> Row:
    return hall.do(
        ApproveConclusion(
            session_id=hall.session_id,
            conclusion_id=conclusion_id,
            version=version,
            without_hosts=without_hosts,
        )
    )


def test_two_who_write_title_and_text_at_once_lose_nothing(app: Flask) -> None:
    hall, _ = harvested(app)
    key = new_key()
    written(hall, key, "Housing first", "One two three.")
    written(hall, key, "Housing comes first", "One two three.", base=1)
    written(hall, key, "Housing first", "One two three. And four.", base=1)
    row = row_of(hall, key)
    assert row.title == "Housing comes first"
    assert row.text == "One two three. And four."
    assert row.changed_by_both
    with app.app_context(), db.sessionmaker() as session:
        past = [text.text for text in conclusion_history(session, hall.session_id, key)]
    assert "Housing first\n\nOne two three." in past
    assert "Housing comes first\n\nOne two three." in past


def test_hosts_approve_first_and_a_changed_text_opens_it_again(app: Flask) -> None:
    hall, note = harvested(app)
    key = new_key()
    written(hall, key, "A home", f"A home first [#{note}]")
    with pytest.raises(TooLate):
        by_organiser(hall, key, 1)
    with pytest.raises(NotAllowed):
        by_hosts(hall, key, 1, host=5)
    with pytest.raises(NotFound):  # a host of another topic has no say in this one
        by_hosts(hall, key, 1, host=1, topic=1)
    by_hosts(hall, key, 1)
    by_organiser(hall, key, 1)
    assert (row_of(hall, key).approved, row_of(hall, key).without_hosts) == (True, False)
    written(hall, key, "A home", f"A home before all [#{note}]", base=1)
    row = row_of(hall, key)
    assert not row.approved
    assert not row.approved_by_hosts
    with pytest.raises(TooLate):  # what was read is not what stands there
        by_hosts(hall, key, 1)
    by_organiser(hall, key, 2, without_hosts=True)
    assert row_of(hall, key).without_hosts


def test_any_host_may_stand_by_what_goes_across_topics(app: Flask) -> None:
    hall, _ = harvested(app)
    key = new_key()
    written(hall, key, "All over", "Everywhere", topic=None)
    by_hosts(hall, key, 1, host=1, topic=1)
    assert row_of(hall, key).approved_by_hosts


def test_a_note_in_the_bin_cannot_be_approved_with(app: Flask) -> None:
    hall, note = harvested(app)
    key = new_key()
    written(hall, key, "A home", f"This [#{note}]")
    hall.do(DeleteNote(session_id=hall.session_id, note_id=note))
    with pytest.raises(BadInput):
        by_organiser(hall, key, 1, without_hosts=True)


def test_it_rests_on_themes_and_a_change_of_them_opens_approval(app: Flask) -> None:
    hall, note = harvested(app)
    key, themes = new_key(), [new_key(), new_key()]
    for theme in themes:
        hall.do(CreateTheme(session_id=hall.session_id, theme_id=theme, title="T", note_ids=(note,)))
    written(hall, key, "A home", "Text")
    hall.do(RestOn(session_id=hall.session_id, conclusion_id=key, theme_ids=tuple(themes)))
    by_organiser(hall, key, 1, without_hosts=True)
    hall.do(RestOn(session_id=hall.session_id, conclusion_id=key, theme_ids=(themes[1],)))
    with app.app_context(), db.sessionmaker() as session:
        assert [basis.theme_id for basis in session.query(Basis)] == [themes[1]]
    assert not row_of(hall, key).approved
    with pytest.raises(NotFound):
        hall.do(RestOn(session_id=hall.session_id, conclusion_id=key, theme_ids=(new_key(),)))


def test_removed_ones_come_back_and_others_are_moved(app: Flask) -> None:
    hall, _ = harvested(app)
    key = new_key()
    written(hall, key, "A home", "Text")
    hall.do(RemoveConclusion(session_id=hall.session_id, conclusion_id=key))
    assert row_of(hall, key).removed
    hall.do(RestoreConclusion(session_id=hall.session_id, conclusion_id=key))
    hall.do(MoveConclusion(session_id=hall.session_id, conclusion_id=key, position=0.5))
    row = row_of(hall, key)
    assert (row.removed, row.position, row.text) == (False, 0.5, "Text")


def test_next_steps_are_said_changed_and_taken_out(app: Flask) -> None:
    hall, _ = harvested(app)
    key, step = new_key(), new_key()
    written(hall, key, "A home", "Text")
    for who in ("Bømlo", "Stord"):
        hall.do(
            SetNextStep(
                session_id=hall.session_id,
                step_id=step,
                conclusion_id=key,
                text="Begin",
                who=who,
                by_when="May",
            )
        )
    with app.app_context(), db.sessionmaker() as session:
        assert [(each.who, each.conclusion_id) for each in session.query(NextStep)] == [("Stord", key)]
    hall.do(RemoveNextStep(session_id=hall.session_id, step_id=step))
    with app.app_context(), db.sessionmaker() as session:
        assert session.query(NextStep).count() == 0


def test_a_conclusion_of_another_session_is_not_found(app: Flask) -> None:
    hall, _ = harvested(app)
    other, _ = harvested(app)
    key = new_key()
    written(hall, key, "A home", "Text")
    with pytest.raises(NotFound):
        written(other, key, "Taken", "over", base=1)
    with pytest.raises(NotFound):
        other.do(RemoveConclusion(session_id=other.session_id, conclusion_id=key))
