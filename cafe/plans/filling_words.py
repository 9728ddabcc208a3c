"""What a report proposes to its team: the facts in the reader's words, part by part, to be taken or left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flask_babel import gettext, ngettext

from cafe.days import said_day
from cafe.i18n import Message, lazy
from cafe.plans.commands.goals import Status
from cafe.plans.filling import IndicatorWork, MeasureWork, Point, Work
from cafe.plans.indicator_words import said_number
from cafe.plans.storyboard import words_in

# The parts of a report, in the order they are told, with what each asks.
PARTS: dict[str, tuple[Message, Message]] = {
    "done": (lazy("What we have done"), lazy("What have you done since last time?")),
    "results": (lazy("Results"), lazy("What has become different, and for whom?")),
    "barriers": (lazy("Barriers"), lazy("What stood in the way?")),
    "learning": (lazy("Learning"), lazy("What would you tell a colleague who begins tomorrow?")),
    "help_wanted": (lazy("Help wanted"), lazy("What would you like to ask the others?")),
    "next": (lazy("What comes next"), lazy("What do you do next, and by when?")),
}

STOPPED_WORDS: dict[str, Message] = {
    Status.PAUSED: lazy("Paused: %(title)s"),
    Status.DELAYED: lazy("Delayed: %(title)s"),
    Status.CANCELLED: lazy("Cancelled: %(title)s"),
}
ACT_WORDS: dict[str, Message] = {
    "adopt": lazy("%(title)s: we tried it and keep it."),
    "adapt": lazy("%(title)s: we tried it and change it."),
    "abandon": lazy("%(title)s: we tried it and let it go."),
}


def proposals(work: Work) -> dict[str, list[str]]:
    """Give what is known for each part, a line each; a part that nothing is known for has none."""
    telling: dict[str, Callable[[Work], Iterator[str]]] = {
        "done": _done,
        "results": _results,
        "barriers": _barriers,
        "learning": _learning,
        "help_wanted": _help,
        "next": _next,
    }
    return {part: [_line(text) for text in telling[part](work)] for part in PARTS}


def _line(text: str) -> str:
    """Give a text as one line, so that it can stand as a point of a list; what stays together stays so."""
    return " ".join(words_in(text))


def _done(work: Work) -> Iterator[str]:
    for measure in work.finished():
        yield _with_users(measure, gettext("Done: %(title)s", title=measure.title))
    for measure in work.begun():
        yield _with_users(measure, gettext("Under way: %(title)s", title=measure.title))
    for promise in work.promises:
        if promise.done:
            yield gettext("Promised at the gathering, and done: %(text)s", text=promise.text)


def _with_users(measure: MeasureWork, text: str) -> str:
    if not measure.users_took_part:
        return text
    took_part = gettext("service users took part")
    return f"{text} ({took_part})"


def _results(work: Work) -> Iterator[str]:
    for title in work.goals_reached:
        yield gettext("Goal reached: %(title)s", title=title)
    for indicator in work.indicators:
        if indicator.newest is not None:
            yield _measured(indicator, indicator.newest)
        if indicator.shifted:
            yield gettext(
                "%(title)s: six or more in a row lie on one side of the median, which chance seldom does.",
                title=indicator.title,
            )
    count, of = work.with_users()
    if count:
        yield ngettext(
            "Service users took part in %(count)s of %(num)s measure worked with.",
            "Service users took part in %(count)s of %(num)s measures worked with.",
            of,
            count=count,
        )


def _measured(indicator: IndicatorWork, newest: Point) -> str:
    said = gettext(
        "%(title)s: %(value)s on %(day)s",
        title=indicator.title,
        value=_amount(newest.value, indicator.unit),
        day=said_day(newest.taken_on),
    )
    more = []
    if indicator.before is not None:
        before = gettext(
            "%(value)s on %(day)s before",
            value=indicator.before.value,
            day=said_day(indicator.before.taken_on),
        )
        more.append(before)
    if indicator.target is not None:
        more.append(gettext("target %(value)s", value=said_number(indicator.target)))
    return f"{said} ({', '.join(more)})" if more else said


def _amount(value: str, unit: str) -> str:
    return f"{said_number(value)} {unit}".strip()


def _barriers(work: Work) -> Iterator[str]:
    for measure in work.stopped():
        said = str(STOPPED_WORDS[measure.status]) % {"title": measure.title}
        yield f"{said} – {measure.barrier.text}" if measure.barrier.text.strip() else said
    for measure in work.hindered():
        yield f"{measure.title} – {measure.barrier.text}"


def _learning(work: Work) -> Iterator[str]:
    for measure in work.taught():
        yield f"{measure.title} – {measure.learning.text}"
    for measure, cycle in work.tried():
        words = str(ACT_WORDS.get(cycle.act or "", "%(title)s"))
        said = words % {"title": cycle.question.strip() or measure.title}
        yield f"{said} {cycle.seen.text}".strip()


def _help(work: Work) -> Iterator[str]:
    for measure in (*work.stopped(), *work.hindered()):
        if measure.unfinished and measure.barrier.text.strip():
            yield gettext(
                "%(title)s: how have you others got past this? %(barrier)s",
                title=measure.title,
                barrier=measure.barrier.text,
            )


def _next(work: Work) -> Iterator[str]:
    for measure in work.ahead():
        if measure.due_on:
            yield gettext("%(title)s, by %(when)s", title=measure.title, when=said_day(measure.due_on))
        elif measure.due_at:
            yield gettext("%(title)s, by %(when)s", title=measure.title, when=measure.due_at)
        else:
            yield measure.title
    for promise in work.promises:
        if not promise.done:
            yield gettext("Promised at the gathering, not done yet: %(text)s", text=promise.text)
