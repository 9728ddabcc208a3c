"""What happens when something is asked of the perspective compass."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import day_of
from cafe.compass.commands import AnswerWave, CloseWave, OpenWave, ReopenWave, ShareWave
from cafe.compass.model import Wave
from cafe.compass.queries import number_waiting, wave_by_secret, wave_of
from cafe.errors import BadInput, NotFound, TooLate, TooMany
from cafe.i18n import lazy
from cafe.network.model import Team, Unit
from cafe.perform import Result, action
from cafe.unnamed.actions import keep_answer, mix

MOST_WAITING = 2_000
UNKNOWN = lazy("This link is not in use. Ask whoever gave it to you for a new one.")
CLOSED = lazy("No more answers are taken here. What you chose is still on this phone, and was not sent.")


@action(OpenWave)
def open_wave(session: Session, _actor: Actor, command: OpenWave, now: int) -> Result:
    """Begin a wave. Raises NotFound for a unit of another organisation."""
    team = session.get_one(Team, command.team_id)
    unit = session.get(Unit, command.unit_id) if command.unit_id else None
    if command.unit_id and (unit is None or unit.organisation_id != team.organisation_id):
        raise NotFound
    if session.get(Wave, command.wave_id) or wave_by_secret(session, command.secret):
        raise BadInput(field="wave_id")
    session.add(
        Wave(
            id=command.wave_id,
            team_id=team.id,
            unit_id=command.unit_id,
            title=command.title,
            secret=command.secret,
            opened_on=day_of(now),
            created_at=now,
        )
    )
    return {"wave_id": command.wave_id}


@action(CloseWave)
def close_wave(session: Session, _actor: Actor, command: CloseWave, now: int) -> Result:
    """End a wave, and let in the answers of every group of which five wait, shuffled."""
    wave = wave_of(session, command.team_id, command.wave_id)
    wave.closed_on = wave.closed_on or day_of(now)
    mix(session, wave.id)
    return {"wave_id": wave.id}


@action(ReopenWave)
def reopen_wave(session: Session, _actor: Actor, command: ReopenWave, _now: int) -> Result:
    """Take answers again."""
    wave = wave_of(session, command.team_id, command.wave_id)
    wave.closed_on = None
    return {"wave_id": wave.id}


@action(ShareWave)
def share_wave(session: Session, _actor: Actor, command: ShareWave, _now: int) -> Result:
    """Let the organisers of the network see the picture of a wave, or no longer."""
    wave = wave_of(session, command.team_id, command.wave_id)
    wave.shared = command.shared
    return {"wave_id": wave.id}


@action(AnswerWave)
def answer_wave(session: Session, _actor: Actor, command: AnswerWave, _now: int) -> Result:
    """Keep an answer, sealed, for a phone that has not answered yet. Who asks is not looked at."""
    wave = wave_by_secret(session, command.secret)
    if wave is None:
        raise NotFound(UNKNOWN)
    if wave.closed_on is not None:
        raise TooLate(CLOSED)
    said = {
        str(each.pair): each.model_dump(exclude={"pair"}, exclude_defaults=True)
        for each in sorted(command.answers, key=lambda each: each.pair)
        if each.says_something()
    }
    if not said:
        raise BadInput(field="answers")
    if number_waiting(session, wave) >= MOST_WAITING:
        raise TooMany
    new = keep_answer(
        session, wave.id, command.device, command.answer_id, command.group, said, until_told=True
    )
    return {"new": new}
