"""A plan told in blocks, for Word and PDF: alone, or as a part of the network's booklet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flask_babel import get_locale, gettext

from cafe.days import said_day
from cafe.harvest.report.blocks import Block, Booklet, Contents, Cover, Grid, Heading, Prose, Words
from cafe.i18n import Message
from cafe.plans import facts_words as words
from cafe.plans.facts import GoalFacts, IndicatorFacts, MeasureFacts, PlanFacts
from cafe.plans.filling_words import PARTS
from cafe.site.invented import said_invented

Reports = Mapping[str, Mapping[str, str]]  # texts of reports that are handed in, by the report's id
PART, GOAL, INSIDE = 2, 3, 4


def tell_plan(facts: PlanFacts, reports: Reports, today: str) -> Booklet:
    """Give a plan as a booklet of its own."""
    under = (words.said_period(facts), _stands(facts), gettext("As of %(day)s", day=said_day(today)))
    cover = Cover(title=facts.title, over=facts.organisation, under=tuple(filter(None, under)))
    told = _plan(facts, reports, PART, whole=True)
    return Booklet(
        language=str(get_locale()), title=facts.title, blocks=(cover, *told), invented=said_invented()
    )


def tell_network(title: str, plans: Iterable[tuple[PlanFacts, Reports]], today: str) -> Booklet:
    """Give the plans of a network as one booklet, a part for each; it tells where each measurement is."""
    found = list(plans)
    measured = any(indicator.measurements for facts, _ in found for indicator in facts.indicators)
    elsewhere = gettext("Each measurement by itself is in the Excel file.") if measured else ""
    under = (gettext("As of %(day)s", day=said_day(today)), elsewhere)
    cover = Cover(title=title, over=gettext("Work plans"), under=tuple(filter(None, under)))
    contents = Contents(entries=tuple((f"plan-{facts.id}", None, _part_title(facts)) for facts, _ in found))
    parts = (block for facts, reports in found for block in _part(facts, reports))
    return Booklet(
        language=str(get_locale()), title=title, blocks=(cover, contents, *parts), invented=said_invented()
    )


def _part(facts: PlanFacts, reports: Reports) -> Iterator[Block]:
    yield Heading(text=_part_title(facts), level=PART, anchor=f"plan-{facts.id}")
    yield Words(text=", ".join(filter(None, (words.said_period(facts), _stands(facts)))), quiet=True)
    yield from _plan(facts, reports, GOAL, whole=False)


def _part_title(facts: PlanFacts) -> str:
    return f"{facts.organisation}: {facts.title}"


def _stands(facts: PlanFacts) -> str:
    version = gettext("version %(number)s", number=facts.version) if facts.version else ""
    return ", ".join(filter(None, (str(words.STATES[facts.state]), version)))


def _plan(facts: PlanFacts, reports: Reports, level: int, *, whole: bool) -> Iterator[Block]:
    yield from _texts(_headings("why", "target_group"), facts.texts, facts.id, level)
    if facts.goals or facts.texts.get("result_goals"):
        goals = str(words.PLAN_HEADINGS["result_goals"])
        yield Heading(text=goals, level=level, anchor=f"goals-{facts.id}")
    if facts.texts.get("result_goals"):
        yield Prose(text=facts.texts["result_goals"], numbers={})
    for goal in facts.goals:
        yield from _goal(facts, goal, level + 1, whole=whole)
    yield from _texts(_headings("affected", "evaluation", "partners"), facts.texts, facts.id, level)
    if facts.measures_beside or facts.indicators_beside:
        yield Heading(text=gettext("Measures without a goal"), level=level, anchor=f"beside-{facts.id}")
        yield from _measures(facts, facts.measures_beside, level)
        yield from _indicators(facts.indicators_beside, whole=whole)
    yield from _tried(facts, level)
    yield from _around(facts)
    for report in facts.reports:
        if report.id in reports:
            title = gettext("Status report to %(gathering)s", gathering=report.gathering.title)
            yield Heading(text=title, level=level, anchor=f"report-{report.id}")
            headings = {name: title for name, (title, _) in PARTS.items()}
            yield from _texts(headings, reports[report.id], report.id, level + 1)


def _headings(*names: str) -> dict[str, Message]:
    return {name: words.PLAN_HEADINGS[name] for name in names}


def _texts(
    headings: Mapping[str, Message], texts: Mapping[str, str], about: str, level: int
) -> Iterator[Block]:
    for name, heading in headings.items():
        if texts.get(name):
            yield Heading(text=str(heading), level=level, anchor=f"{name}-{about}")
            yield Prose(text=texts[name], numbers={})


def _goal(facts: PlanFacts, goal: GoalFacts, level: int, *, whole: bool) -> Iterator[Block]:
    yield Heading(text=goal.title, level=level, anchor=f"goal-{goal.id}")
    kind = gettext("Effect goal") if goal.kind == "effect" else gettext("Result goal")
    stands = "" if goal.status == "not_started" else f", {words.STATUSES[goal.status]}"
    yield Words(text=f"{kind}{stands}", quiet=True)
    if goal.anchoring or goal.anchoring_link:
        follows = " ".join(filter(None, (goal.anchoring, goal.anchoring_link)))
        yield Words(text=gettext("Follows: %(plan)s", plan=follows))
    if goal.origin is not None:
        yield Words(text=gettext("From a café dialogue: “%(words)s”", words=_as_one(goal.origin.words)))
    yield from _texts(words.GOAL_HEADINGS, goal.texts, goal.id, level + 1)
    yield from _measures(facts, facts.measures_of(goal.id), level)
    yield from _indicators(facts.indicators_of(goal.id), whole=whole)


def _measures(facts: PlanFacts, measures: Iterable[MeasureFacts], level: int) -> Iterator[Block]:
    found = list(measures)
    if not found:
        return
    header = (
        gettext("Measure"),
        gettext("Status"),
        gettext("Responsible"),
        gettext("Deadline"),
        gettext("Service users"),
    )
    rows = tuple(
        (
            measure.title,
            str(words.STATUSES[measure.status]),
            measure.who,
            words.said_deadline(measure),
            words.said_taking_part(measure),
        )
        for measure in found
    )
    yield Grid(caption=gettext("Measures"), header=header, rows=rows)
    for measure in found:
        yield from _more(facts, measure, level)


def _more(facts: PlanFacts, measure: MeasureFacts, level: int) -> Iterator[Block]:
    """Tell what is behind a measure, where there is something."""
    said = [f"{words.MEASURE_HEADINGS[name]}: {text}" for name, text in measure.texts.items() if text]
    if measure.origin is not None:
        said.append(gettext("From a café dialogue: “%(words)s”", words=_as_one(measure.origin.words)))
    if measure.borrowed is not None and measure.borrowed.organisation:
        said.append(gettext("Borrowed from %(name)s", name=measure.borrowed.organisation))
    cycles = facts.cycles_of(measure.id)
    if said or cycles:
        yield Heading(text=measure.title, level=level + 1, anchor=f"measure-{measure.id}")
    for line in said:
        yield Prose(text=line, numbers={})
    for cycle in cycles:
        act = f" – {words.ACTS[cycle.act]}" if cycle.act else ""
        tried, when = gettext("Tried"), words.said_days_of(cycle.starts_on, None)
        yield Words(text=f"{tried}: {when}{act}", quiet=True)
        yield from _texts(words.CYCLE_HEADINGS, cycle.texts, cycle.id, level + 2)


def _indicators(indicators: Iterable[IndicatorFacts], *, whole: bool) -> Iterator[Block]:
    header = (gettext("Day"), gettext("Value"), gettext("Note"))
    for indicator in indicators:
        caption = ", ".join(filter(None, (indicator.title, words.said_way(indicator))))
        taken = indicator.measurements if whole else ()
        rows = tuple((said_day(each.taken_on), each.value, each.words) for each in taken)
        yield Grid(caption=caption, header=header, rows=rows) if rows else Words(text=caption)


def _as_one(words_then: str) -> str:
    """Put the title and the text of a conclusion into one line."""
    return " – ".join(part.strip() for part in words_then.split("\n\n") if part.strip())


def _tried(facts: PlanFacts, level: int) -> Iterator[Block]:
    if facts.pilots:
        yield Heading(text=gettext("Pilots"), level=level, anchor=f"pilots-{facts.id}")
    for pilot in facts.pilots:
        yield Heading(text=pilot.title, level=level + 1, anchor=f"pilot-{pilot.id}")
        ended = gettext("ended") if pilot.ended else ""
        when = words.said_days_of(pilot.starts_on, pilot.ends_on)
        yield Words(text=", ".join(filter(None, (gettext("Tried for a time"), when, ended))), quiet=True)
        yield from _texts(words.PILOT_HEADINGS, pilot.texts, pilot.id, level + 2)


def _around(facts: PlanFacts) -> Iterator[Block]:
    if facts.funding:
        rows = tuple((each.source, words.said_money(each), each.words) for each in facts.funding)
        header = (gettext("Who pays"), gettext("Amount"), gettext("For what"))
        yield Grid(caption=gettext("Funding"), header=header, rows=rows)
    for sign_off in facts.sign_offs:
        yield Words(text=words.said_sign_off(sign_off))
