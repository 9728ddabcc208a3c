"""Telling the report: from its facts to the blocks it is set from, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask_babel import get_locale, gettext, ngettext

from cafe.days import said_days
from cafe.harvest.report.annex import annex_of
from cafe.harvest.report.blocks import (
    WAYS,
    Bars,
    Block,
    Booklet,
    Contents,
    Cover,
    Grid,
    Heading,
    Prose,
    Thing,
    Voices,
    Ways,
    Words,
)
from cafe.harvest.report.facts import (
    ReportBallot,
    ReportConclusion,
    ReportFacts,
    ReportTheme,
    ReportTopic,
)
from cafe.harvest.report.numbering import Numbering
from cafe.harvest.report.rests_on import ground_of
from cafe.harvest.report.words import said_ground, said_sources
from cafe.harvest.rules import cited
from cafe.site.invented import said_invented


def tell(facts: ReportFacts, title: str = "", edition: str = "") -> Booklet:
    """Tell the whole report. `edition` says which one it is and when it was published; a draft has none."""
    numbering = Numbering(facts)
    parts: list[Block] = [
        *_opening(facts, numbering),
        *(block for topic in facts.topics for block in _topic(facts, numbering, topic)),
        *_across(facts, numbering),
        *_themes(facts, numbering),
        *_next_steps(facts),
        *annex_of(facts, numbering),
    ]
    contents = Contents(
        entries=tuple(
            (part.anchor, part.letter, part.text)
            for part in parts
            if isinstance(part, Heading) and part.level == 2  # noqa: PLR2004 - the parts of the report
        )
    )
    cover = _cover(facts, title, edition)
    return Booklet(
        language=str(get_locale()),
        title=cover.title,
        blocks=(cover, contents, *parts),
        invented=said_invented(),
    )


def _cover(facts: ReportFacts, title: str, edition: str) -> Cover:
    occasion = facts.occasion
    where = " · ".join(
        part for part in (said_days(occasion.starts_on, occasion.ends_on), occasion.place) if part
    )
    draft = gettext("A draft: what is not approved yet may still change.")
    return Cover(
        title=title or occasion.session,
        over=" · ".join(part for part in (occasion.network, occasion.gathering) if part),
        under=tuple(line for line in (where, edition or draft) if line),
    )


def _opening(facts: ReportFacts, numbering: Numbering) -> Iterator[Block]:
    if facts.introduction:
        yield Heading(text=gettext("Introduction"), level=2, anchor="introduction")
        yield from _written(numbering, facts.introduction)
    yield Heading(text=gettext("Who talked with whom"), level=2, anchor="people")
    people, occasion = facts.people, facts.occasion
    yield Words(
        text=" ".join(
            (
                ngettext("%(num)s person took part", "%(num)s people took part", people.total),
                ngettext("at %(num)s table", "at %(num)s tables", occasion.tables),
                ngettext("in %(num)s round.", "in %(num)s rounds.", occasion.rounds_held),
                ngettext("They wrote %(num)s note.", "They wrote %(num)s notes.", len(facts.notes)),
            )
        )
    )
    if people.organisations:
        rows = [(each.name, str(each.people)) for each in people.organisations]
        if people.others:
            rows.append((gettext("Smaller organisations, and people who have not said"), str(people.others)))
        header = (gettext("Organisation"), gettext("People"))
        yield Grid(caption=gettext("Participants by organisation"), header=header, rows=tuple(rows))
        yield Words(text=gettext("No group of fewer than five people is named."), quiet=True)
    if facts.mixing is not None:
        yield Words(
            text=gettext(
                "Of all meetings of two people at a table, %(share)s %% were between people who had not sat "
                "together before; at best it could have been %(best)s %%.",
                share=facts.mixing.new_share,
                best=facts.mixing.best_share,
            )
        )
    if facts.empty:
        yield Heading(text=gettext("Tables without notes"), level=3, anchor="empty")
        for place in facts.empty:
            yield Words(
                text=gettext(
                    "Table %(table)s: no notes in round %(round)s.", table=place.table, round=place.round
                )
            )


def _topic(facts: ReportFacts, numbering: Numbering, topic: ReportTopic) -> Iterator[Block]:
    yield Heading(text=topic.title, level=2, anchor=f"topic-{topic.letter}", letter=topic.letter)
    if topic.question:
        yield Words(text=topic.question, quiet=True)
    own = [conclusion for conclusion in facts.conclusions if conclusion.topic_id == topic.id]
    for conclusion in own:
        yield from _conclusion(facts, numbering, conclusion)
    if topic.text:
        if own:
            yield Heading(text=gettext("Summary"), level=3, anchor=f"summary-{topic.letter}")
        yield from _written(numbering, topic.text)
    if not topic.text and not own:
        yield Words(text=gettext("Nothing has been approved for this topic."), quiet=True)


def _across(facts: ReportFacts, numbering: Numbering) -> Iterator[Block]:
    own = [conclusion for conclusion in facts.conclusions if conclusion.topic_id is None]
    if own:
        text = gettext("Across the topics") if facts.topics else gettext("Conclusions")
        yield Heading(text=text, level=2, anchor="conclusions")
    for conclusion in own:
        yield from _conclusion(facts, numbering, conclusion)


def _conclusion(facts: ReportFacts, numbering: Numbering, conclusion: ReportConclusion) -> Iterator[Block]:
    yield Heading(text=conclusion.title, level=3, anchor=f"conclusion-{conclusion.id}")
    yield from _written(numbering, conclusion.text)
    yield Words(text=said_ground(ground_of(numbering.notes, conclusion.note_ids)), quiet=True)
    themes = [theme for theme in facts.themes if theme.id in conclusion.theme_ids]
    if themes:
        ways = tuple((f"theme-{theme.id}", theme.title) for theme in themes)
        yield Ways(text=gettext("Themes: %(names)s.", names=WAYS), ways=ways)
    yield Thing(kind="conclusion", id=conclusion.id)


def _written(numbering: Numbering, text: str) -> Iterator[Block]:
    """Give what people wrote, and under it the voices it cites."""
    yield Prose(text=text, numbers=numbering.numbers)
    voices = tuple(numbering.voice(note_id) for note_id in cited(text) if note_id in numbering.numbers)
    if voices:
        yield Voices(label=gettext("What it rests on"), voices=voices)


def _themes(facts: ReportFacts, numbering: Numbering) -> Iterator[Block]:
    if not facts.themes and not facts.ballots:
        return
    yield Heading(text=gettext("Themes and votes"), level=2, anchor="themes")
    yield from (_bars(ballot) for ballot in facts.ballots)
    if facts.themes:
        header = (gettext("Theme"), gettext("Notes"), gettext("Tables"), gettext("Sources"))
        yield Grid(caption=gettext("Themes"), header=header, rows=tuple(_theme_rows(facts, numbering)))
    for theme in facts.themes:
        yield from _theme(facts, numbering, theme)


def _theme(facts: ReportFacts, numbering: Numbering, theme: ReportTheme) -> Iterator[Block]:
    """Give the ways from a theme: back to its notes, and on to the conclusions that rest on it."""
    yield Heading(text=theme.title, level=3, anchor=f"theme-{theme.id}")
    numbers = [str(numbering.numbers[note_id]) for note_id in theme.note_ids if note_id in numbering.numbers]
    if numbers:
        ways = tuple((f"note-{number}", number) for number in numbers)
        yield Ways(text=gettext("Notes %(numbers)s.", numbers=WAYS), ways=ways)
    own = [conclusion for conclusion in facts.conclusions if theme.id in conclusion.theme_ids]
    if own:
        ways = tuple((f"conclusion-{conclusion.id}", conclusion.title) for conclusion in own)
        yield Ways(text=gettext("In the conclusions %(names)s.", names=WAYS), ways=ways)
    yield Thing(kind="theme", id=theme.id)


def _theme_rows(facts: ReportFacts, numbering: Numbering) -> Iterable[tuple[str, ...]]:
    for theme in facts.themes:
        ground = ground_of(numbering.notes, theme.note_ids)
        yield (theme.title, str(len(ground.notes)), str(len(ground.tables)), said_sources(ground))


def _bars(ballot: ReportBallot) -> Bars:
    asked = ballot.question or gettext("Vote")
    voters = ngettext("%(num)s person voted", "%(num)s people voted", ballot.people)
    each = ngettext("%(num)s dot each", "%(num)s dots each", ballot.dots_each)
    return Bars(
        caption=f"{asked} ({voters}, {each})",
        rows=tuple((choice.title, choice.dots) for choice in ballot.choices),
        unit=gettext("dots"),
    )


def _next_steps(facts: ReportFacts) -> Iterator[Block]:
    if not facts.next_steps:
        return
    yield Heading(text=gettext("What happens next"), level=2, anchor="next")
    titles = {conclusion.id: conclusion.title for conclusion in facts.conclusions}
    header = (
        gettext("What starts"),
        gettext("Who starts it"),
        gettext("When"),
        gettext("From the conclusion"),
    )
    rows = tuple(
        (step.text, step.who, step.by_when, titles.get(step.conclusion_id or "", ""))
        for step in facts.next_steps
    )
    yield Grid(caption=gettext("Next steps"), header=header, rows=rows)
