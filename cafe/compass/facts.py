"""What the pages of the compass show, as plain facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import format_date, format_decimal, gettext
from sqlalchemy.orm import Session

from cafe.compass.commands import Group
from cafe.compass.drawing import Drawing, drawing_of
from cafe.compass.model import Wave
from cafe.compass.pairs import GROUPS, PAIRS, Pair
from cafe.compass.queries import picture_for, wave_by_secret, wave_of, waves_alike, waves_of
from cafe.compass.rules import Lying, Picture, over_time, seen_differently
from cafe.i18n import Message
from cafe.network.model import Team, Unit
from cafe.unnamed.queries import groups_with_five

MOST_WAVES = 6


@dataclass(frozen=True, kw_only=True)
class WaveRow:
    """A wave in a list."""

    id: str
    title: str
    unit: str
    when: str
    closed: bool
    shared: bool


@dataclass(frozen=True, kw_only=True)
class PairPicture:
    """A pair of poles with where the groups lie, in a drawing and in words."""

    pair: Pair
    drawing: Drawing
    lies: Mapping[Group, str]
    spoken: str
    not_relevant: tuple[Message, ...]
    comments: tuple[tuple[Message, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """How a group's middles went from wave to wave; each line is a pair of poles and its middles."""

    group: Message
    waves: tuple[str, ...]
    lines: tuple[tuple[Pair, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class WaveFacts:
    """The page of a wave."""

    row: WaveRow
    secret: str
    counted: tuple[tuple[Group, Message, bool], ...]
    answers: tuple[tuple[Group, Message, int], ...]
    hidden: tuple[Message, ...]
    pairs: tuple[PairPicture, ...]
    apart: tuple[Pair, ...]
    changes: tuple[Change, ...]
    before: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody who has come by a link is told of the wave."""

    title: str
    place: str
    team: str
    is_open: bool


def rows_of(session: Session, team_id: str) -> list[WaveRow]:
    """Give the waves of a team, the newest first."""
    return [_row(session, wave) for wave in waves_of(session, team_id)]


def units_of_team(session: Session, team_id: str) -> list[tuple[str, str]]:
    """Give the units that a wave of this team may be about."""
    organisation = session.get_one(Team, team_id).organisation_id
    units = session.query(Unit).where(Unit.organisation_id == organisation).order_by(Unit.name, Unit.id)
    return [(unit.id, unit.name) for unit in units]


def asked_by(session: Session, secret: str) -> Asked | None:
    """Give what a link asks about, None when it is not in use."""
    wave = wave_by_secret(session, secret)
    if wave is None:
        return None
    team, row = session.get_one(Team, wave.team_id), _row(session, wave)
    place = row.unit or team.organisation.name
    return Asked(title=wave.title, place=place, team=team.name, is_open=wave.closed_on is None)


def facts_of(session: Session, team_id: str, wave_id: str, *, whole: bool) -> WaveFacts:
    """Give the page of a wave; the comments and the link only when it is shown whole. Raises NotFound."""
    wave = wave_of(session, team_id, wave_id)
    picture = picture_for(session, wave)
    if not whole:
        picture = {group: told.without_comments() for group, told in picture.items()}
    alike = [each for each in waves_alike(session, wave) if each.id != wave.id] if picture else []
    earlier = [picture_for(session, each) for each in alike]
    before = earlier[-1] if earlier else {}
    with_five = groups_with_five(session, wave.id) if whole else frozenset()
    far = seen_differently(picture)
    return WaveFacts(
        row=_row(session, wave),
        secret=wave.secret if whole else "",
        counted=tuple((group, GROUPS[group], group in with_five) for group in Group),
        answers=tuple((group, GROUPS[group], told.answers) for group, told in picture.items()),
        hidden=tuple(GROUPS[group] for group in Group if group not in picture),
        pairs=tuple(_pair(pair, picture, before) for pair in PAIRS) if picture else (),
        apart=tuple(PAIRS[number - 1] for number in far),
        changes=_changes([*alike, wave], [*earlier, picture]),
        before=alike[-1].title if set(before) & set(picture) else "",
    )


def _row(session: Session, wave: Wave) -> WaveRow:
    unit = session.get(Unit, wave.unit_id) if wave.unit_id else None
    return WaveRow(
        id=wave.id,
        title=wave.title,
        unit=unit.name if unit else "",
        when=_when(wave.opened_on, wave.closed_on),
        closed=wave.closed_on is not None,
        shared=wave.shared,
    )


def _when(opened: str, closed: str | None) -> str:
    if closed is None:
        return str(gettext("Open since %(day)s", day=_day(opened)))
    if closed == opened:
        return _day(opened)
    return str(gettext("%(first)s to %(last)s", first=_day(opened), last=_day(closed)))


def _day(day: str) -> str:
    return str(format_date(date.fromisoformat(day), "long"))


def _pair(pair: Pair, picture: Picture, before: Picture) -> PairPicture:
    lies = {group: in_words(told.lies.get(pair.number)) for group, told in picture.items()}
    return PairPicture(
        pair=pair,
        drawing=drawing_of(pair.number, picture, before),
        lies=lies,
        spoken="; ".join(f"{GROUPS[group]}: {words}" for group, words in lies.items()),
        not_relevant=tuple(
            GROUPS[group] for group, told in picture.items() if pair.number in told.not_relevant
        ),
        comments=tuple(
            (GROUPS[group], tuple(told.comments[pair.number]))
            for group, told in picture.items()
            if pair.number in told.comments
        ),
    )


def in_words(lying: Lying | None) -> str:
    """Say where a group lies: its middle, and its middle half."""
    if lying is None:
        return str(gettext("fewer than five"))
    words = {"middle": number(lying.middle), "low": lying.low, "high": lying.high}
    if lying.low == lying.high:
        return str(gettext("%(middle)s (most at %(low)s)", **words))
    return str(gettext("%(middle)s (most from %(low)s to %(high)s)", **words))


def number(middle: float | None) -> str:
    """Write a middle as people do."""
    return "–" if middle is None else str(format_decimal(middle, "0.#"))


def _changes(waves: list[Wave], pictures: list[Picture]) -> tuple[Change, ...]:
    newest = slice(-MOST_WAVES, None)
    found = over_time(pictures[newest])
    return tuple(
        Change(
            group=GROUPS[group],
            waves=tuple(wave.title for wave in waves[newest]),
            lines=tuple((PAIRS[at - 1], tuple(number(each) for each in lies)) for at, lies in told.items()),
        )
        for group, told in found.items()
    )
