"""The rounds of each mode, and what becomes of a session when another mode is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.dialogue.actions.places import fill_places
from cafe.dialogue.commands.session import MAX_ROUNDS, Mode
from cafe.dialogue.model import CafeSession, Round, Seat
from cafe.dialogue.modes import ROUNDS, moves_in
from cafe.dialogue.words import PROMPTS
from cafe.live.stamp import touch

DEFAULT_ROUNDS = 3
DEFAULT_MINUTES = 20
Kept = tuple[int, str]


def new_round(cafe: CafeSession, number: int, minutes: int, question: str) -> Round:
    """Make a round of a session."""
    return Round(
        id=new_key(),
        stream_id=cafe.id,
        session_id=cafe.id,
        number=number,
        minutes=minutes,
        question=question,
    )


def first_rounds(cafe: CafeSession) -> list[Round]:
    """Give the rounds that a new session begins with."""
    kept = [(DEFAULT_MINUTES, "")] * ROUNDS.get(Mode(cafe.mode), DEFAULT_ROUNDS)
    return [new_round(cafe, number, *each) for number, each in enumerate(_asked(cafe.mode, kept), start=1)]


def change_mode(session: Session, cafe: CafeSession, mode: Mode) -> None:
    """Let a session that has not begun run in another mode. What the old one needed is kept for its return.

    Seats that were planned are of no use where something else moves; those set by hand are kept.
    """
    moved = moves_in(cafe.mode) is not moves_in(mode)
    kept = [(each.minutes, "" if _is_prompt(cafe, each) else each.question) for each in cafe.rounds_]
    kept += [(each["minutes"], each["question"]) for each in cafe.put_aside]
    count = min(ROUNDS.get(mode) or _rounds_after(cafe, len(kept)), MAX_ROUNDS)
    wanted = [*kept, *[(kept[0][0], "")] * count][:count]
    cafe.mode = mode
    cafe.put_aside = [{"minutes": minutes, "question": question} for minutes, question in kept[count:]]
    _set_rounds(session, cafe, _asked(mode, wanted))
    if moved:
        for seat in session.scalars(select(Seat).where(Seat.session_id == cafe.id, Seat.pinned.is_(False))):
            session.delete(seat)
        session.flush()
    fill_places(session, cafe)


def _asked(mode: str, rounds: Sequence[Kept]) -> list[Kept]:
    if mode != Mode.PRO_ACTION:
        return list(rounds)
    prompts = [str(prompt) for prompt in PROMPTS]
    return [
        (minutes, question or prompt) for (minutes, question), prompt in zip(rounds, prompts, strict=True)
    ]


def _rounds_after(cafe: CafeSession, kept: int) -> int:
    began_so = Mode(cafe.mode) in ROUNDS and not cafe.put_aside
    return max(DEFAULT_ROUNDS, kept) if began_so else kept


def _is_prompt(cafe: CafeSession, round_: Round) -> bool:
    return cafe.mode == Mode.PRO_ACTION and round_.question in {str(prompt) for prompt in PROMPTS}


def _set_rounds(session: Session, cafe: CafeSession, wanted: Sequence[Kept]) -> None:
    for round_ in cafe.rounds_[len(wanted) :]:
        session.delete(round_)
    for number, (minutes, question) in enumerate(wanted, start=1):
        if number > len(cafe.rounds_):
            session.add(new_round(cafe, number, minutes, question))
        else:
            cafe.rounds_[number - 1].minutes, cafe.rounds_[number - 1].question = minutes, question
    touch(cafe)
    session.flush()
    session.refresh(cafe, ["rounds_"])
