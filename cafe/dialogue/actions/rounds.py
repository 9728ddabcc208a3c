"""The clock of a session, announcements and calls for help."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.choosing import recount
from cafe.dialogue.actions.found import cafe_of, clockwork
from cafe.dialogue.actions.harvesters import say_who_harvests
from cafe.dialogue.actions.ideas import release_ideas
from cafe.dialogue.actions.phases import phase_begins
from cafe.dialogue.actions.seating import seat_everyone
from cafe.dialogue.commands.rounds import Advance, Announce, AnswerHelp, Extend, Finish, Pause, Resume
from cafe.dialogue.model import Announcement, CafeSession, HelpCall
from cafe.dialogue.modes import Moves, moves_in
from cafe.dialogue.rules import Clockwork, Phase, advanced, extended, finished, paused, resumed
from cafe.errors import NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action


def _wind(session: Session, cafe: CafeSession, clock: Clockwork | None, now: int) -> Result:
    if clock is None:
        raise TooLate(lazy("The session is not at a point where this can be done. Nothing was changed."))
    begins_anew = (cafe.phase, cafe.round_number) != (clock.phase, clock.round_number)
    stops_or_goes_on = (cafe.paused_left is None) is not (clock.paused_left is None)
    if begins_anew or stops_or_goes_on:
        cafe.counting_since = now
    before = Phase(cafe.phase)
    cafe.phase = clock.phase
    say_who_harvests(session, cafe, before)
    cafe.round_number = clock.round_number
    cafe.step = clock.step
    cafe.deadline = clock.deadline
    cafe.paused_left = clock.paused_left
    if begins_anew:
        recount(session, cafe, now)
        phase_begins(session, cafe, now)
    return _state(cafe, changed=True)


def _state(cafe: CafeSession, *, changed: bool = False) -> Result:
    """Tell how it stands now, and whether it was this command that brought it there."""
    return {
        "phase": cafe.phase,
        "round": cafe.round_number,
        "step": cafe.step,
        "deadline": cafe.deadline,
        "changed": changed,
    }


@action(Advance)
def advance(session: Session, _actor: Actor, command: Advance, now: int) -> Result:
    """Take the next step, unless somebody else has taken it already."""
    cafe = cafe_of(session, command.session_id)
    if cafe.step != command.from_step:
        return _state(cafe)
    before = clockwork(cafe)
    after = advanced(before, now)
    # Where people choose their table only the hosts are seated, and before others sit down beside them.
    if before.phase is (Phase.DRAFT if moves_in(cafe.mode) is Moves.CHOICE else Phase.CHECK_IN):
        seat_everyone(session, cafe)
    if before.phase is Phase.RUNNING:
        release_ideas(session, cafe.id)
    return _wind(session, cafe, after, now)


@action(Finish)
def finish(session: Session, _actor: Actor, command: Finish, now: int) -> Result:
    """End the café early, unless somebody else has gone on meanwhile."""
    cafe = cafe_of(session, command.session_id)
    if cafe.step != command.from_step:
        return _state(cafe)
    release_ideas(session, cafe.id)
    return _wind(session, cafe, finished(clockwork(cafe), Phase(command.phase)), now)


@action(Pause)
def pause(session: Session, _actor: Actor, command: Pause, now: int) -> Result:
    """Stop the countdown."""
    cafe = cafe_of(session, command.session_id)
    return (
        _state(cafe)
        if cafe.step != command.from_step
        else _wind(session, cafe, paused(clockwork(cafe), now), now)
    )


@action(Resume)
def resume(session: Session, _actor: Actor, command: Resume, now: int) -> Result:
    """Let the countdown go on."""
    cafe = cafe_of(session, command.session_id)
    return (
        _state(cafe)
        if cafe.step != command.from_step
        else _wind(session, cafe, resumed(clockwork(cafe), now), now)
    )


@action(Extend)
def extend(session: Session, _actor: Actor, command: Extend, now: int) -> Result:
    """Give more or fewer minutes."""
    cafe = cafe_of(session, command.session_id)
    if cafe.step != command.from_step:
        return _state(cafe)
    return _wind(session, cafe, extended(clockwork(cafe), command.minutes, now), now)


@action(Announce)
def announce(session: Session, _actor: Actor, command: Announce, now: int) -> Result:
    """Put up an announcement in place of the one before; an empty one takes it down."""
    cafe = cafe_of(session, command.session_id)
    for announcement in session.scalars(select(Announcement).where(Announcement.session_id == cafe.id)):
        session.delete(announcement)
    if command.text:
        session.add(
            Announcement(id=new_key(), stream_id=cafe.id, session_id=cafe.id, text=command.text, at=now)
        )
    return {}


@action(AnswerHelp)
def answer_help(session: Session, _actor: Actor, command: AnswerHelp, _now: int) -> Result:
    """Say what has become of a call for help."""
    cafe_of(session, command.session_id)
    call = session.get(HelpCall, command.help_id)
    if call is None or call.session_id != command.session_id:
        raise NotFound
    call.state = command.state
    return {}
