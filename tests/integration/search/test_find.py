"""Finding notes and summaries by words, with the same results on every database."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import delete, func, select, text, update

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.table import AddNote, DeleteNote, EditNote, RestoreNote, WriteSummary
from cafe.dialogue.model import Note
from cafe.live.model import Stream
from cafe.search import catching_up
from cafe.search.catching_up import catch_up
from cafe.search.finding import find
from cafe.search.model import SearchDocument
from cafe.search.terms import terms_of
from tests.support.cafe import Hall, make_hall

NOTES = {
    "nb": "Kommunene må gi hjelp i hjemmet til brukerne",
    "nn": "Kommunane må gje hjelp i heimen; brukarmedverknad",
    "sv": "Kommunerna behöver stöd för återhämtningen, även PÅ kvällen",
    "short": "Er på å: «for» og før – mål, mal",
    "marks": 'a "quoted" thing: 50 % of NEAR(x) * OR col:val -- \';',
    "emoji": "👍",
    "long": "Kvardagsmeistringsgruppeleiarsamlinga " * 20,
}
# What is typed, and which notes it finds. A space after the last word says that it is finished.
CASES = [
    ("kommune", "nb nn sv"),
    ("kommunene ", "nb nn sv"),
    ("KOMMUNER ", "nb nn sv"),
    ("kommunerna", "nb nn sv"),
    ("kommunane", "nb nn sv"),
    ("komm", "nb nn sv"),
    ("komm ", ""),
    ("hjelpen", "nb nn"),
    ("hjelper ", "nb nn"),
    ("hjelp heim", "nn"),
    ("heim hjelp kommuner", "nn"),
    ("hjem", "nb"),
    ("bruker", "nb"),
    ("medverknaden", "nn"),
    ("återhämtning", "sv"),
    ("ÅTERHÄMTNING ", "sv"),
    ("aterhamtning", ""),
    ("på", "sv short"),
    ("p", ""),
    ("er ", "short"),
    ("for ", "short"),
    ("før ", "short"),
    ("mål", "short"),
    ("samling", "long"),
    ("kvardagsmeistringsgruppeleiarsamling", "long"),
    ('"quoted', "marks"),
    ("near", "marks"),
    ("50", "marks"),
    ("x", "marks"),
    ("", ""),
    ("  ", ""),
    ("👍", ""),
]
HOSTILE = [
    '"',
    '""',
    "*",
    "a*",
    "NEAR(",
    "NEAR(a b, 3)",
    "terms:a",
    "search_terms:",
    "a:",
    "- a",
    "a AND OR NOT",
    "^a",
    "{a b} : c",
    "'); DROP TABLE note; --",
    "' | 'a",
    "a' & !'b",
    "<->",
    "\\",
    "%",
    "_",
    "_gninkrivdem",
    "\x00",
    "a\x00b",
    "👩‍👩‍👧‍👦",
    "İ ß ﬁ ́",
    "\ud800",
    "ord " * 2_500,
    "x" * 10_000,
    '"' * 10_000,
    "(" * 10_000,
]


class Searching:
    """An organiser who writes notes down and searches them."""

    def __init__(self, app: Flask) -> None:
        self.hall: Hall = make_hall(app, people=4, tables=2, rounds=2)
        self.hall.advance()
        self.hall.advance()
        self.app = app

    def write(self, text: str, note_id: str | None = None) -> str:
        note_id = note_id or new_key()
        place = self.hall.place(1)
        self.hall.do(
            AddNote(session_id=self.hall.session_id, table_round_id=place, note_id=note_id, text=text)
        )
        return note_id

    def __call__(self, words: str, **options: object) -> list[str]:
        with self.app.app_context():
            catch_up(self.hall.session_id)
            with db.sessionmaker() as session:
                found = find(session, self.hall.session_id, words, **options)  # type: ignore[arg-type]
                return [each.id for each in found]


@pytest.fixture
def search(app: Flask) -> Searching:
    return Searching(app)


def documents(app: Flask) -> int:
    with app.app_context(), db.sessionmaker() as session:
        if session.get_bind().dialect.name == "sqlite":
            # Compares what it holds with the documents; raises when they differ.
            check = "INSERT INTO search_terms(search_terms, rank) VALUES ('integrity-check', 1)"
            session.connection(execution_options={"writing": True}).execute(text(check))
        return session.scalar(select(func.count()).select_from(SearchDocument)) or 0


def test_words_find_notes_in_their_forms_and_nothing_else(search: Searching) -> None:
    names = {search.write(text): name for name, text in NOTES.items()}
    wrong = []
    for words, expected in CASES:
        found = {names[note] for note in search(words)}
        if found != set(expected.split()):
            wrong.append((words, found, expected))
    assert wrong == []


def test_nothing_that_is_typed_is_an_error_or_sql(search: Searching) -> None:
    note = search.write("a b ord")
    for words in HOSTILE:
        assert set(search(words)) <= {note}, words
    assert search("ord") == [note]


def test_nothing_that_is_written_is_an_error_or_sql(search: Searching) -> None:
    written = [
        search.write(words.replace("\x00", "")[:600]) for words in HOSTILE if words not in {"\x00", "\ud800"}
    ]
    wanted = search.write("Kommunene sist")
    assert search("kommune") == [wanted]
    assert documents(search.app) == len(written) + 1


def test_the_index_follows_what_is_written_edited_binned_and_taken_out_again(search: Searching) -> None:
    session_id = search.hall.session_id
    assert search("tillit") == []
    note = search.write("Tilliten kommer først")
    assert search("tillit") == [note]
    search.hall.do(
        EditNote(session_id=session_id, note_id=note, base_version=1, text="Respekten kommer først")
    )
    assert search("tillit") == []
    assert search("respekt") == [note]
    search.hall.do(DeleteNote(session_id=session_id, note_id=note))
    assert search("respekt") == []
    assert documents(search.app) == 0
    search.hall.do(RestoreNote(session_id=session_id, note_id=note))
    assert search("respekt") == [note]


def test_summaries_are_found_beside_notes_or_alone(search: Searching) -> None:
    note, place = search.write("Naboene hjelper"), search.hall.place(1)
    search.hall.do(
        WriteSummary(
            session_id=search.hall.session_id, table_round_id=place, base_version=0, text="Gode naboer"
        )
    )
    assert set(search("nabo")) == {note, place}
    assert search("nabo", kinds=["summary"]) == [place]
    assert search("nabo", kinds=["note"]) == [note]
    assert len(search("nabo", most=1)) == 1


def test_the_very_word_comes_before_its_relatives(search: Searching) -> None:
    compound = search.write("noe om brukermedvirkninga her")
    very = search.write("noe om medvirkning denne gangen her")
    assert search("medvirkning ") == [very, compound]


def test_a_session_finds_its_own_notes_only(app: Flask, search: Searching) -> None:
    other = Searching(app)
    here, there = search.write("Kommunene her"), other.write("Kommunene der")
    assert search("kommune") == [here]
    assert other("kommune") == [there]
    with app.app_context(), unit_of_work() as session:
        session.execute(delete(Stream).where(Stream.id == other.hall.session_id))
    assert documents(app) == 1  # what is erased with its stream leaves the index with it


def test_an_index_that_is_lost_or_of_another_time_mends_itself(app: Flask, search: Searching) -> None:
    note, other = search.write("Kommunene her"), search.write("Kommunene der")
    assert set(search("kommune")) == {note, other}
    with app.app_context(), unit_of_work() as session:
        # As after going back to a backup: other texts with other versions, and a stream that begins anew.
        session.execute(update(Note).where(Note.id == note).values(text="Fylket", version=7))
        session.execute(delete(SearchDocument).where(SearchDocument.document_id == other))
        session.execute(update(Stream).values(epoch="another life"))
    assert search("kommune") == [other]
    assert search("fylke") == [note]


def test_only_what_has_changed_is_read_again(search: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> str:
        read.append(text)
        return terms_of(text)

    monkeypatch.setattr(catching_up, "BATCH", 3)
    monkeypatch.setattr(catching_up, "terms_of", counted)
    for number in range(10):
        search.write(f"Nummer {number}")
    assert len(search("nummer")) == len(read) == 10
    search("nummer")
    search.write("Nummer elleve")
    assert len(search("nummer")) == len(read) == 11


def test_who_writes_while_the_index_is_made_is_found_by_the_next_search(
    search: Searching, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        search.write(f"Nummer {number}")
    monkeypatch.setattr(catching_up, "BATCH", 2)
    late: list[str] = []

    def between(_seconds: float) -> None:
        if not late:
            late.append(
                search.write("Nummer til")
            )  # a host, in a transaction of their own between two batches

    monkeypatch.setattr(catching_up, "sleep", between)
    assert len(search("nummer")) == 5
    assert len(late) == 1
    assert set(late) <= set(search("nummer"))
