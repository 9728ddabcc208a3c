"""Themes on the board and votes on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from cafe.actor import SERVER, Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.harvest.commands.voting import (
    CastDots,
    CloseBallot,
    CountVotes,
    EnterDots,
    OpenBallot,
    PrepareBallot,
    ShowOnWall,
)
from cafe.harvest.model import Choice, Theme
from tests.support.cafe import Hall

QUESTION = "What do we go on with?"
# The votes of a hall that has voted.
DRAFT, OPEN, CLOSED = "the-draft", "the-open-vote", "the-closed-vote"


def put_on_board(hall: Hall, *titles: str) -> list[str]:
    """Put themes on the board as rows; give their ids."""
    ids = [new_key() for _ in titles]
    with hall.app.app_context(), unit_of_work() as session:
        for position, (theme_id, title) in enumerate(zip(ids, titles, strict=True)):
            session.add(
                Theme(
                    id=theme_id,
                    stream_id=hall.session_id,
                    session_id=hall.session_id,
                    title=title,
                    position=float(position),
                )
            )
    return ids


def to_harvest(hall: Hall) -> None:
    """Take a hall past its last round."""
    while phase_of(hall) != "harvest":
        hall.advance()


def phase_of(hall: Hall) -> str:
    """Tell the phase a hall is in."""
    from cafe.dialogue.model import CafeSession

    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(CafeSession, hall.session_id).phase


@dataclass
class Election:
    """A vote in a hall, by the titles of its themes."""

    hall: Hall
    ballot_id: str
    themes: Mapping[str, str]

    def choice(self, title: str) -> str:
        """Give the id of the choice of a theme."""
        with self.hall.app.app_context(), db.sessionmaker() as session:
            query = select(Choice.id).where(
                Choice.ballot_id == self.ballot_id, Choice.theme_id == self.themes[title]
            )
            return session.scalars(query).one()

    def choices(self, dots: Mapping[str, int]) -> dict[str, int]:
        """Give dots by choice for dots by title."""
        return {self.choice(title): number for title, number in dots.items()}

    def cast(self, person: int, **dots: int) -> None:
        """Let somebody give dots on their phone."""
        command = CastDots(session_id=self.hall.session_id, ballot_id=self.ballot_id, dots=self.choices(dots))
        self.hall.do(command, self.hall.guest(person))

    def enter(self, table: int, people: int, actor: Actor | None = None, **dots: int) -> None:
        """Enter the dots of a table (from 1); an organiser does unless told."""
        command = EnterDots(
            session_id=self.hall.session_id,
            ballot_id=self.ballot_id,
            table_id=self.hall.tables[table - 1],
            people=people,
            dots=self.choices(dots),
        )
        self.hall.do(command, actor)

    def open(self) -> None:
        """Open it."""
        self.hall.do(OpenBallot(session_id=self.hall.session_id, ballot_id=self.ballot_id))

    def close(self) -> None:
        """Close it."""
        self.hall.do(CloseBallot(session_id=self.hall.session_id, ballot_id=self.ballot_id))

    def show(self, *, shown: bool = True) -> None:
        """Show it on the wall, or take it down."""
        self.hall.do(ShowOnWall(session_id=self.hall.session_id, ballot_id=self.ballot_id, shown=shown))


def prepared(
    hall: Hall,
    titles: Sequence[str] = ("a", "b", "c"),
    *,
    dots: int = 3,
    stacked: bool = False,
    ballot_id: str = "",
) -> Election:
    """Prepare a vote on new themes."""
    themes = dict(zip(titles, put_on_board(hall, *titles), strict=True))
    return prepared_on(hall, themes, dots=dots, stacked=stacked, ballot_id=ballot_id)


def prepared_on(
    hall: Hall, themes: Mapping[str, str], *, dots: int = 3, stacked: bool = False, ballot_id: str = ""
) -> Election:
    """Prepare a vote on themes that are there."""
    election = Election(hall, ballot_id or new_key(), themes)
    hall.do(
        PrepareBallot(
            session_id=hall.session_id,
            ballot_id=election.ballot_id,
            question=QUESTION,
            dots=dots,
            stacked=stacked,
            theme_ids=tuple(themes.values()),
        )
    )
    return election


def hall_votes(hall: Hall) -> None:
    """Let a hall have voted once, with the result on the wall, and be voting now; one more is prepared."""
    themes = prepared(hall, ballot_id=DRAFT).themes
    closed, open_ = (prepared_on(hall, themes, ballot_id=ballot) for ballot in (CLOSED, OPEN))
    closed.open()
    closed.cast(6, a=1, b=1)
    closed.enter(2, 3, b=3)
    closed.close()
    open_.open()
    open_.cast(5, a=1)
    open_.enter(1, 2, hall.guest(0), b=2)
    closed.show()
    hall.do(CountVotes(session_id=hall.session_id), SERVER)


def a_dot(hall: Hall, ballot_id: str = OPEN) -> dict[str, int]:
    """Give a dot to the last choice of a vote; where there is no vote, to a choice there is not."""
    with hall.app.app_context(), db.sessionmaker() as session:
        query = select(Choice.id).where(Choice.ballot_id == ballot_id).order_by(Choice.position.desc())
        return {session.scalars(query).first() or "no-such-choice": 1}


def themes_of(hall: Hall) -> tuple[str, ...]:
    """Give the themes on the board; where there are none, some there are not."""
    with hall.app.app_context(), db.sessionmaker() as session:
        found = session.scalars(select(Theme.id).where(Theme.session_id == hall.session_id)).all()
        return tuple(found) if len(found) > 1 else ("no-such-theme", "nor-this-one")
