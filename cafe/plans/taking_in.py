"""Taking in a file of measurements: what each line would do is told first, then all is done or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.i18n import Message, lazy
from cafe.perform import parse, perform_within
from cafe.plans.commands.indicators import one_line
from cafe.plans.facts_kinds import IndicatorFacts, MeasurementFacts
from cafe.plans.measurement_file import Line, Written


class Effect(StrEnum):
    """What a line of a file would do."""

    NEW = "new"
    REPLACED = "replaced"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A line of a file and what it would do; `before` is what it would replace."""

    number: int
    text: str
    effect: Effect
    indicator_id: str = ""
    indicator: str = ""
    written: Written | None = None
    before: MeasurementFacts | None = None
    problem: Message | None = None


@dataclass(frozen=True)
class Preview:
    """What a file would do, line by line."""

    outcomes: tuple[Outcome, ...]

    def of(self, *effects: str) -> list[Outcome]:
        """Give the lines with some of the effects."""
        return [outcome for outcome in self.outcomes if outcome.effect in effects]

    @property
    def taken(self) -> list[Outcome]:
        """Give the lines that would change something."""
        return self.of(Effect.NEW, Effect.REPLACED)

    @property
    def mark(self) -> str:
        """Give what tells two previews apart, so that nothing is done but what was shown."""
        shown = [
            (each.number, each.effect, each.indicator_id, each.before.value if each.before else None)
            for each in self.outcomes
        ]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:24]


def previewed(lines: Iterable[Line], indicators: Sequence[IndicatorFacts], latest: date) -> Preview:
    """Tell what each line would do. With one indicator, lines that name none are about that one."""
    return Preview(tuple(_outcomes(lines, _Known(indicators), latest.isoformat())))


class _Known:
    """The indicators that lines may be about, by id and by title, and what they hold."""

    def __init__(self, indicators: Sequence[IndicatorFacts]) -> None:
        self.only = indicators[0] if len(indicators) == 1 else None
        self._ids = {each.id: each for each in indicators}
        self._titles: dict[str, list[IndicatorFacts]] = {}
        for each in indicators:
            self._titles.setdefault(one_line(each.title).casefold(), []).append(each)
        self.held = {
            (each.id, measurement.taken_on): measurement
            for each in indicators
            for measurement in each.measurements
        }

    def find(self, written: Written) -> IndicatorFacts | Message:
        """Give what a line is about, or what is wrong with it."""
        if written.indicator_id in self._ids:
            return self._ids[written.indicator_id]
        if not written.indicator and not written.indicator_id and self.only:
            return self.only
        called = self._titles.get(written.indicator.casefold(), [])
        if len(called) == 1:
            return called[0]
        if called:
            return lazy("Several indicators are called that. Keep the column id, which tells them apart.")
        return lazy("No indicator here is called that. Look at its name, or add it first.")


def _outcomes(lines: Iterable[Line], known: _Known, latest: str) -> Iterator[Outcome]:
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        found = known.find(line.written) if line.written else line.problem
        if line.written is None or not isinstance(found, IndicatorFacts):
            yield _refused(line, found)
            continue
        key = (found.id, line.written.taken_on)
        if line.written.taken_on > latest:
            yield _refused(line, lazy("This day has not come yet. Measurements are of what has been."))
        elif key in seen:
            yield _refused(
                line, lazy("The same day is on line %(other)s. Keep one of the two.", other=seen[key])
            )
        else:
            seen[key] = line.number
            yield _kept(line, line.written, found, known.held.get(key))


def _refused(line: Line, problem: Message | None) -> Outcome:
    return Outcome(number=line.number, text=line.text, effect=Effect.REFUSED, problem=problem)


def _kept(line: Line, written: Written, found: IndicatorFacts, before: MeasurementFacts | None) -> Outcome:
    effect = Effect.NEW
    if before is not None:
        same = before.value == written.value and written.words in {None, before.words}
        effect = Effect.SAME if same else Effect.REPLACED
    return Outcome(
        number=line.number,
        text=line.text,
        effect=effect,
        indicator_id=found.id,
        indicator=found.title,
        written=written,
        before=before,
    )


def take_in(session: Session, actor: Actor, plan_id: str, preview: Preview, command_id: str) -> int:
    """Take in what a preview says, all or nothing; tell how many. Raises SafeError when it is refused."""
    by_indicator: dict[str, list[dict[str, str]]] = {}
    for outcome in preview.taken:
        by_indicator.setdefault(outcome.indicator_id, []).append(_entry(outcome))
    for number, (indicator_id, entries) in enumerate(by_indicator.items()):
        data = {"plan_id": plan_id, "indicator_id": indicator_id, "measurements": entries}
        perform_within(session, actor, parse("take_in_measurements", f"{command_id}-{number}", data))
    return len(preview.taken)


def _entry(outcome: Outcome) -> dict[str, str]:
    written = outcome.written
    if written is None:
        return {}
    entry = {"taken_on": written.taken_on, "value": written.value}
    if written.words is not None:
        entry["words"] = written.words
    if outcome.before is not None:
        entry["instead_of"] = outcome.before.value
    return entry
