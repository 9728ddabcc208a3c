"""People vote: what may be given and when, what is counted, who sees it, and what is left of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

import cafe.db
from cafe.db import db, unit_of_work
from cafe.dialogue.commands.rounds import Ending, Finish
from cafe.dialogue.rooms import GUESTS
from cafe.errors import BadInput, NotAllowed, NotFound, SafeError, TooLate
from cafe.harvest.commands.voting import CastDots, OpenBallot, RemoveBallot
from cafe.harvest.exports import Format, export_session
from cafe.harvest.model import Ballot, Choice, Tally, Theme, Vote
from cafe.harvest.server import count_votes
from cafe.live.audience import Wish
from cafe.live.names import socket_room
from cafe.live.publish import publisher
from cafe.perform import Answered
from tests.support.cafe import Hall, make_hall
from tests.support.clients import Client, connect
from tests.support.voting import Election, phase_of, prepared, prepared_on, put_on_board, to_harvest


@pytest.fixture
def hall(app: Flask) -> Hall:
    hall = make_hall(app, people=12, tables=2)
    to_harvest(hall)
    return hall


@pytest.fixture
def vote(hall: Hall) -> Election:
    election = prepared(hall)
    election.open()
    return election


def counted(vote: Election) -> tuple[int, int, dict[str, int]]:
    """Give what has been counted: people, people at tables, dots by title."""
    with vote.hall.app.app_context(), db.sessionmaker() as session:
        tally = session.get_one(Tally, vote.ballot_id)
        titles = {vote.choice(title): title for title in vote.themes}
        return tally.people, tally.at_tables, {titles[key]: number for key, number in tally.dots.items()}


def after_closing(vote: Election) -> tuple[int, int, dict[str, int]]:
    vote.close()
    return counted(vote)


def votes(hall: Hall) -> int:
    with hall.app.app_context(), db.sessionmaker() as session:
        return len(session.scalars(select(Vote).where(Vote.session_id == hall.session_id)).all())


def test_dots_are_counted_and_can_be_changed_until_the_vote_closes(vote: Election) -> None:
    vote.cast(4, a=1, b=1, c=1)
    vote.cast(5, a=1)
    vote.cast(6, b=1)
    vote.cast(5, c=1, b=1)  # in place of what was given before
    vote.cast(6)  # taken back
    assert after_closing(vote) == (2, 0, {"a": 1, "b": 2, "c": 2})


def test_more_than_one_has_or_what_is_not_on_the_ballot_is_refused(vote: Election) -> None:
    with pytest.raises(BadInput):
        vote.cast(4, a=2)
    unknown = CastDots(session_id=vote.hall.session_id, ballot_id=vote.ballot_id, dots={"no-such-choice": 1})
    with pytest.raises(BadInput):
        vote.hall.do(unknown, vote.hall.guest(4))
    vote.close()
    stacked = prepared_on(vote.hall, vote.themes, stacked=True)
    stacked.open()
    stacked.cast(4, a=3)
    with pytest.raises(BadInput):
        stacked.cast(4, a=3, b=1)
    assert after_closing(stacked) == (1, 0, {"a": 3})


def test_somebody_enters_for_a_table_and_the_people_there_are_counted(vote: Election) -> None:
    vote.cast(4, a=1)
    vote.enter(1, 4, actor=vote.hall.guest(0), a=4, b=4, c=1)
    vote.enter(2, 2, b=2)  # an organiser
    vote.enter(1, 3, actor=vote.hall.guest(0), a=3, b=2)  # in place of the first
    assert after_closing(vote) == (6, 5, {"a": 4, "b": 4})


def test_an_entry_for_a_table_is_bounded_by_its_people_and_its_chairs(vote: Election) -> None:
    with pytest.raises(BadInput):
        vote.enter(1, 2, a=2, b=2, c=3)
    with pytest.raises(BadInput):
        vote.enter(1, 2, a=3)
    with pytest.raises(BadInput):
        vote.enter(1, 9, a=9)  # of eight chairs
    vote.enter(1, 2, a=2)
    vote.enter(1, 0)
    assert after_closing(vote) == (0, 0, {})


def test_a_table_is_entered_by_its_own_host_and_by_no_other(vote: Election) -> None:
    for person in (1, 5):
        with pytest.raises(NotAllowed):
            vote.enter(1, 2, actor=vote.hall.guest(person), a=1)
    vote.enter(1, 2, actor=vote.hall.guest(0), a=1)


def test_a_vote_that_comes_too_late_is_told_so_and_changes_nothing(vote: Election) -> None:
    vote.cast(4, a=1)
    vote.close()
    with pytest.raises(TooLate, match="too_late") as told:
        vote.cast(5, a=1)
    assert "Nothing else is lost" in str(told.value.message)
    with pytest.raises(TooLate):
        vote.cast(4, b=1)
    with pytest.raises(TooLate):
        vote.enter(1, 2, a=1)
    assert counted(vote) == (1, 0, {"a": 1})


def test_one_vote_at_a_time_in_the_phases_for_it(app: Flask) -> None:
    hall = make_hall(app)
    first, second = prepared(hall), prepared(hall, ("d", "e"), dots=1)
    with pytest.raises(TooLate):
        first.open()
    to_harvest(hall)
    with pytest.raises(TooLate):
        first.cast(4, a=1)  # a draft
    first.open()
    with pytest.raises(TooLate):
        second.open()
    first.close()
    second.open()
    second.close()
    with pytest.raises(TooLate):
        hall.do(RemoveBallot(session_id=hall.session_id, ballot_id=second.ballot_id))
    draft = prepared_on(hall, second.themes, dots=1)
    hall.do(RemoveBallot(session_id=hall.session_id, ballot_id=draft.ballot_id))
    with pytest.raises(NotFound):
        draft.open()


def test_choices_keep_their_names_and_stay_when_themes_change_afterwards(vote: Election) -> None:
    vote.cast(4, a=1, b=1, c=1)
    _change(vote.hall, vote.themes["a"], title="Quite another name")
    _change(vote.hall, vote.themes["b"], removed=True)
    _change(vote.hall, vote.themes["c"], merged_into=vote.themes["a"])
    assert after_closing(vote) == (1, 0, {"a": 1, "b": 1, "c": 1})
    with vote.hall.app.app_context(), db.sessionmaker() as session:
        assert set(session.scalars(select(Choice.title))) == {"a", "b", "c"}


def test_a_draft_takes_the_names_of_today_and_no_theme_that_is_gone(hall: Hall) -> None:
    draft = prepared(hall)
    _change(hall, draft.themes["a"], title="A new name")
    _change(hall, draft.themes["b"], removed=True)
    with pytest.raises(TooLate, match="too_late") as told:
        draft.open()
    assert "“b”" in str(told.value.message)
    left = {title: draft.themes[title] for title in ("c", "a")}
    again = prepared_on(hall, left, dots=2, ballot_id=draft.ballot_id)
    again.open()
    with hall.app.app_context(), db.sessionmaker() as session:
        choices = session.scalars(select(Choice).order_by(Choice.position)).all()
        assert [choice.title for choice in choices] == ["c", "A new name"]
    with pytest.raises(NotFound):
        prepared_on(hall, draft.themes)
    with pytest.raises(BadInput):
        prepared_on(hall, left, dots=3)  # more dots than themes, and they may not be stacked


def _change(hall: Hall, theme_id: str, **values: object) -> None:
    with hall.app.app_context(), unit_of_work() as session:
        theme = session.get_one(Theme, theme_id)
        for name, value in values.items():
            setattr(theme, name, value)


def test_one_closed_too_early_goes_on_during_the_harvest_with_what_was_given(vote: Election) -> None:
    vote.cast(4, a=1)
    vote.close()
    vote.open()
    vote.cast(5, a=1)
    assert after_closing(vote) == (2, 0, {"a": 2})


def test_when_the_cafe_is_closed_only_counts_are_left(hall: Hall, vote: Election) -> None:
    vote.cast(4, a=1)
    vote.enter(1, 2, a=1)
    vote.close()
    going_on = prepared_on(hall, vote.themes)
    going_on.open()
    going_on.cast(4, b=1)
    assert votes(hall) == 3
    hall.advance()
    assert phase_of(hall) == "closed"
    assert (votes(hall), counted(vote)) == (1, (3, 2, {"a": 2}))
    with pytest.raises(TooLate):
        vote.open()  # there is nothing left to go on with
    going_on.cast(5, b=1)  # one that was under way goes on
    assert after_closing(going_on) == (2, 0, {"b": 2})
    assert votes(hall) == 0


def test_ending_the_cafe_from_a_round_leaves_votes_alone_that_are_prepared(app: Flask) -> None:
    hall = make_hall(app)
    draft = prepared(hall)
    for _ in range(3):
        hall.advance()
    hall.do(Finish(session_id=hall.session_id, from_step=hall.step(), phase=Ending.CLOSED))
    draft.open()
    draft.cast(4, a=1)
    assert after_closing(draft) == (1, 0, {"a": 1})


def test_what_somebody_gave_is_in_no_answer_no_log_and_no_file(
    hall: Hall, vote: Election, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        vote.cast(4, a=1)
        vote.enter(1, 2, actor=hall.guest(0), b=1)
        with pytest.raises(BadInput):
            vote.cast(4, a=2)
        with hall.app.app_context():
            count_votes()
    choice = vote.choice("a")
    assert choice not in caplog.text
    with hall.app.app_context(), db.sessionmaker() as session:
        given = session.scalars(select(Answered).where(Answered.name.in_(("cast_dots", "enter_dots")))).all()
        assert [answer.result for answer in given] == [{}, {}]
        stored_votes = session.scalars(select(Vote.id)).all()
    with hall.app.test_request_context():
        for format_ in Format:
            body = export_session(hall.session_id, format_).decode("utf-8", "replace")
            assert not any(key in body for key in [*stored_votes, hall.attendees[4]])


class Phone(Client):
    """A device that counts the messages it hears."""

    heard = 0

    def hear(self, event: str, message: dict[str, Any], room: str) -> None:
        mine = {socket_room(self.wish.stream_id, name) for name in ("", *self.rooms)}
        self.heard += self.online and room in mine
        super().hear(event, message, room)

    def sees(self, type_: str) -> list[dict[str, Any]]:
        return [row for (_, known, _), row in self.state.items() if known == type_]


def device(hall: Hall, who: int | None, capacity: str = "guest", table: int | None = None) -> Phone:
    actor = hall.organiser if who is None else hall.guest(who)
    table_id = hall.tables[table - 1] if table else None
    return Phone(hall.app, actor, Wish(stream_id=hall.session_id, capacity=capacity, table_id=table_id))


def test_only_who_has_voted_sees_how_it_stands_and_nobody_what_others_gave(
    hall: Hall, vote: Election
) -> None:
    voter, waiting, host = device(hall, 4), device(hall, 5), device(hall, 0, "host", 1)
    wall, organiser = device(hall, None, "wall"), device(hall, None, "organiser")
    everybody = [voter, waiting, host, wall, organiser]
    connect(publisher, [*everybody])
    for each in everybody:
        each.join()
    for person in (4, 6, 7, 8, 9):
        vote.cast(person, a=1)
    vote.enter(1, 2, actor=hall.guest(0), b=1)
    with hall.app.app_context():
        count_votes()
    assert [len(each.sees("tally")) for each in everybody] == [1, 0, 0, 0, 0]
    assert voter.sees("tally")[0]["dots"] == {vote.choice("a"): 5, vote.choice("b"): 1}
    assert [row["people"] for each in (wall, organiser) for row in each.sees("turnout")] == [7, 7]
    assert [len(each.sees("turnout")) for each in (voter, waiting, host)] == [0, 0, 0]
    # one's own, and what was entered for the table, to its host and the organisers
    assert [len(each.sees("vote")) for each in everybody] == [1, 0, 1, 0, 1]
    assert [row["table_id"] for each in (host, organiser) for row in each.sees("vote")] == [
        hall.tables[0]
    ] * 2

    vote.cast(4)  # takes the vote back, and with it the sight of how it stands
    assert (voter.sees("tally"), voter.sees("vote")) == ([], [])
    vote.cast(4, a=1)
    assert len(voter.sees("tally")) == 1

    vote.close()
    assert [len(each.sees("tally")) for each in everybody] == [1, 1, 1, 0, 1]
    vote.show()
    assert wall.sees("tally")[0]["people"] == 7
    vote.show(shown=False)
    assert wall.sees("tally") == []
    for each in everybody:
        assert each.state == each.fresh()


def test_bars_wait_until_they_tell_nobody_apart(hall: Hall, vote: Election) -> None:
    phone = device(hall, 4)
    connect(publisher, [phone])
    phone.join()
    told = []
    for person in (4, 5, 6, 7, 8):
        vote.cast(person, a=1)
        with hall.app.app_context():
            count_votes()
        told.append((phone.sees("tally")[0]["people"], sum(phone.sees("tally")[0]["dots"].values())))
    assert told == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 5)]


def test_many_votes_are_one_message_and_who_has_not_voted_hears_none(hall: Hall, vote: Election) -> None:
    voter, waiting = device(hall, 4), device(hall, 5)
    connect(publisher, [voter, waiting])
    vote.cast(4, a=1)
    for phone in (voter, waiting):
        phone.join()
    for person in (6, 7, 8, 9, 10):
        vote.cast(person, b=1)
    assert (voter.heard, waiting.heard) == (0, 0)
    with hall.app.app_context():
        count_votes()
        count_votes()
    assert (voter.heard, waiting.heard) == (1, 0)
    vote.cast(6, c=1)  # a change, and a vote that is taken back, are noticed as well
    with hall.app.app_context():
        count_votes()
    vote.cast(6)
    with hall.app.app_context():
        count_votes()
        count_votes()
    assert (voter.heard, waiting.heard) == (3, 0)
    assert GUESTS in voter.rooms


@contextmanager
def _no_lock_but_the_databases_own() -> Iterator[None]:
    """Let threads of this process meet in the database, as two processes would."""
    whole, cafe.db.writing = cafe.db.writing, nullcontext()  # type: ignore[assignment]
    try:
        yield
    finally:
        cafe.db.writing = whole


def test_all_at_once_while_the_vote_is_closed_count_as_they_were_told(hall: Hall, vote: Election) -> None:
    choice = vote.choice("a")

    def comes(person: int) -> bool:
        if person == 0:
            vote.close()
            return False
        command = CastDots(session_id=hall.session_id, ballot_id=vote.ballot_id, dots={choice: 1})
        try:
            hall.do(command, hall.guest(1 + person % 11))  # each of them twice, at once
        except TooLate:
            return False
        return True

    with _no_lock_but_the_databases_own(), ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(comes, [*range(1, 12), 0, *range(12, 23)]))
    voters = {
        1 + person % 11 for person, ok in zip([*range(1, 12), 0, *range(12, 23)], taken, strict=True) if ok
    }
    assert counted(vote)[0] == votes(hall) == len(voters)
    assert counted(vote)[2] == ({"a": len(voters)} if voters else {})


def test_two_who_enter_for_a_table_at_once_leave_one_entry(hall: Hall, vote: Election) -> None:
    with _no_lock_but_the_databases_own(), ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda people: vote.enter(1, people, actor=hall.guest(0), a=1), (1, 6)))
    people, at_tables, dots = after_closing(vote)
    assert people == at_tables
    assert people in {1, 6}
    assert dots == {"a": 1}


def test_two_organisers_who_open_two_votes_at_once_open_one(hall: Hall) -> None:
    themes = dict(zip("ab", put_on_board(hall, "a", "b"), strict=True))
    both = [prepared_on(hall, themes, dots=1) for _ in range(2)]

    def opens(vote: Election) -> bool:
        try:
            hall.do(OpenBallot(session_id=hall.session_id, ballot_id=vote.ballot_id))
        except SafeError:
            return False
        return True

    with _no_lock_but_the_databases_own(), ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(opens, both)) == [False, True]
    with hall.app.app_context(), db.sessionmaker() as session:
        assert sorted(session.scalars(select(Ballot.state))) == ["draft", "open"]
