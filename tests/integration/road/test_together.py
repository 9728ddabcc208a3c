"""Commands done in one transaction: each has its own outcome, and all of them one number."""

from __future__ import annotations

from threading import Thread

from sqlalchemy import select

from cafe.commands import Command, new_key
from cafe.db import db
from cafe.dialogue.commands.table import AddNote, EditNote
from cafe.dialogue.model import Note
from cafe.errors import SafeError
from cafe.people.asking import answer_to
from cafe.people.identity import Shown
from cafe.perform import perform_within
from cafe.together import Waiting, _do, _waiting, together
from tests.support.world import World


def note(world: World, text: str, note_id: str | None = None) -> AddNote:
    return AddNote(
        session_id=world.session_id, table_round_id=world.place(), note_id=note_id or new_key(), text=text
    )


def done_together(world: World, commands: list[Command]) -> list[Waiting[object]]:
    host = world.hall.guest(0)

    def waiting(command: Command) -> Waiting[object]:
        return Waiting(work=lambda session: perform_within(session, host, command))

    batch = [waiting(command) for command in commands]
    with world.app.app_context():
        _do(batch)
    return batch


def texts(world: World) -> set[str]:
    with world.app.app_context(), db.sessionmaker() as session:
        return set(session.scalars(select(Note.text).where(Note.session_id == world.session_id)))


def test_notes_that_come_at_once_share_a_number(world: World) -> None:
    done_together(world, [note(world, f"together {number}") for number in range(20)])
    with world.app.app_context(), db.sessionmaker() as session:
        seqs = set(session.scalars(select(Note.seq).where(Note.text.like("together %"))))
    assert len(seqs) == 1


def test_a_refused_one_leaves_the_others_stored(world: World) -> None:
    same = new_key()
    outcomes = done_together(
        world, [note(world, "first", same), note(world, "twin", same), note(world, "last")]
    )
    assert [isinstance(each.error, SafeError) for each in outcomes] == [False, True, False]
    assert {"first", "last"} <= texts(world)
    assert "twin" not in texts(world)


def test_a_later_one_sees_what_an_earlier_one_did(world: World) -> None:
    same = new_key()
    edit = EditNote(session_id=world.session_id, note_id=same, base_version=1, text="edited")
    outcomes = done_together(world, [note(world, "written", same), edit])
    assert [each.error for each in outcomes] == [None, None]
    assert "edited" in texts(world)
    assert "written" not in texts(world)


def test_everyone_who_waits_gets_an_answer_of_their_own(world: World) -> None:
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        with world.app.app_context():
            answers[number] = together(
                lambda session: perform_within(session, world.hall.guest(0), note(world, f"n{number}"))
            )

    threads = [Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == list(range(12))
    assert {f"n{number}" for number in range(12)} <= texts(world)
    assert not _waiting


def test_who_shows_nothing_is_signed_out(world: World) -> None:
    with world.app.app_context():
        try:
            answer_to(Shown(tickets=("nothing",), user_id=None, walls=()), note(world, "x"))
        except SafeError as error:
            assert error.code == "signed_out"  # noqa: PT017
        else:
            raise AssertionError
