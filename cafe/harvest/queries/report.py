"""Reading the report's facts from the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from cafe.dialogue.commands.session import Arrival
from cafe.dialogue.measured import figures_for, instance_behind, plan_of
from cafe.dialogue.model import Attendee, CafeSession, Note, Summary, TableRound, Topic
from cafe.dialogue.preview import present_seating
from cafe.errors import NotFound
from cafe.harvest.board import ThemeFacts, board_of, standing_as
from cafe.harvest.model import (
    Ballot,
    Basis,
    Bundle,
    Choice,
    Conclusion,
    Consolidated,
    NextStep,
    Placement,
    Slip,
    Tally,
    Theme,
)
from cafe.harvest.queries.themes import facts_of_themes
from cafe.harvest.report.facts import (
    ChoiceCount,
    EmptyTable,
    Mixing,
    Occasion,
    People,
    ReportBallot,
    ReportBundle,
    ReportConclusion,
    ReportFacts,
    ReportNote,
    ReportStep,
    ReportSummary,
    ReportTheme,
    ReportTopic,
)
from cafe.harvest.report.people import people_in_numbers
from cafe.harvest.rules import cited

Places = dict[str, TableRound]


def report_of(session: Session, session_id: str, *, approved_only: bool) -> ReportFacts:
    """Give what the report of a session says. Raises NotFound.

    With `approved_only`, as it is published, texts and conclusions that wait for approval stay out, and the
    texts of bundles that no note is in any more.
    """
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    query = select(TableRound).where(TableRound.session_id == cafe.id).options(joinedload(TableRound.table))
    places = {place.id: place for place in session.scalars(query)}
    notes = _notes(session, cafe.id, places)
    known = [note.id for note in notes]
    read_as_one = {note.bundle_id for note in notes}
    standing = facts_of_themes(session, cafe.id)
    themes = _themes(session, cafe.id, standing, known)
    texts = _texts(session, cafe.id, approved_only=approved_only)
    conclusions = _conclusions(
        session, cafe.id, standing, themes, approved_only=approved_only, known=set(known)
    )
    shown = {conclusion.id for conclusion in conclusions}
    return ReportFacts(
        occasion=_occasion(cafe),
        people=_people(session, cafe.id),
        mixing=_mixing(session, cafe.id),
        introduction=texts.get(None, ""),
        topics=tuple(_topic(topic, texts.get(topic.id, "")) for topic in cafe.topics),
        themes=themes,
        ballots=tuple(_ballots(session, cafe.id)),
        conclusions=conclusions,
        next_steps=tuple(_steps(session, cafe.id, shown)),
        bundles=tuple(
            bundle for bundle in _bundles(session, cafe.id) if bundle.id in read_as_one or not approved_only
        ),
        notes=notes,
        summaries=tuple(_summaries(session, cafe.id, places)),
        empty=tuple(_empty(cafe.round_number, places.values(), notes)),
    )


def _occasion(cafe: CafeSession) -> Occasion:
    gathering = cafe.gathering
    return Occasion(
        session=cafe.title,
        gathering=gathering.title,
        network=gathering.network.name,
        place=gathering.place,
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
        mode=cafe.mode,
        question=cafe.question,
        rounds_held=cafe.round_number,
        tables=len(cafe.tables),
    )


def _topic(topic: Topic, text: str) -> ReportTopic:
    return ReportTopic(
        id=topic.id, letter=topic.letter, title=topic.title, question=topic.question, text=text
    )


def _steps(session: Session, session_id: str, shown: set[str]) -> Iterable[ReportStep]:
    query = select(NextStep).where(NextStep.session_id == session_id).order_by(NextStep.position)
    for step in session.scalars(query):
        if step.conclusion_id is None or step.conclusion_id in shown:
            yield ReportStep(
                id=step.id,
                text=step.text,
                who=step.who,
                by_when=step.by_when,
                conclusion_id=step.conclusion_id,
            )


def _bundles(session: Session, session_id: str) -> Iterable[ReportBundle]:
    query = select(Bundle).where(Bundle.session_id == session_id, Bundle.taken_apart.is_(False))
    for bundle in session.scalars(query.order_by(Bundle.id)):
        yield ReportBundle(id=bundle.id, topic_id=bundle.topic_id, text=bundle.text)


def _people(session: Session, session_id: str) -> People:
    """Count who came; where nobody was checked in, who was expected."""
    query = select(Attendee).where(Attendee.session_id == session_id, Attendee.arrival != Arrival.AWAY)
    people = session.scalars(query.options(joinedload(Attendee.participant))).all()
    here = [person for person in people if person.arrival == Arrival.ARRIVED] or people
    homes = (person.participant.organisation for person in here)
    return people_in_numbers(home.name if home else None for home in homes)


def _mixing(session: Session, session_id: str) -> Mixing | None:
    plan = plan_of(present_seating(session, session_id))
    if not plan:
        return None
    figures = figures_for(instance_behind(session, session_id, plan), plan)
    return Mixing(meetings=figures.found.meetings, new_share=figures.new_share, best_share=figures.best_share)


def _notes(session: Session, session_id: str, places: Places) -> tuple[ReportNote, ...]:
    slips = {slip.id: slip for slip in session.scalars(select(Slip).where(Slip.session_id == session_id))}
    query = select(Note).where(Note.session_id == session_id, Note.binned.is_(False))
    found = [(note, places[note.table_round_id]) for note in session.scalars(query)]
    found.sort(key=lambda row: (row[1].table.number, row[1].round_number, row[0].position, row[0].id))
    return tuple(_note(note, place, slips.get(note.id)) for note, place in found)


def _note(note: Note, place: TableRound, slip: Slip | None) -> ReportNote:
    said: dict[str, Any] = {}
    if slip is not None:
        said = {
            "important": slip.important,
            "left_out": slip.left_out,
            "reason": slip.reason,
            "bundle_id": slip.bundle_id,
        }
    return ReportNote(
        id=note.id,
        table=place.table.number,
        round=place.round_number,
        topic_id=place.topic_id,
        kind=note.kind,
        source=note.source,
        origin=note.origin,
        text=note.text,
        late=note.late,
        **said,
    )


def _themes(
    session: Session, session_id: str, standing: Mapping[str, ThemeFacts], known: list[str]
) -> tuple[ReportTheme, ...]:
    """Give the themes on the board, in its order, each with its notes in the order of the notes."""
    named = select(Theme.id, Theme.title).where(Theme.session_id == session_id)
    titles = {row.id: row.title for row in session.execute(named)}
    under = select(Placement.theme_id, Placement.note_id).where(Placement.session_id == session_id)
    placed = ((row.theme_id, row.note_id) for row in session.execute(under))
    columns = board_of(standing.values(), placed, known).columns
    return tuple(
        ReportTheme(id=theme_id, title=titles[theme_id], note_ids=notes)
        for theme_id, notes in columns.items()
    )


def _texts(session: Session, session_id: str, *, approved_only: bool) -> dict[str | None, str]:
    query = select(Consolidated).where(Consolidated.session_id == session_id)
    return {text.topic_id: text.text for text in session.scalars(query) if text.approved or not approved_only}


def _conclusions(
    session: Session,
    session_id: str,
    standing: Mapping[str, ThemeFacts],
    themes: tuple[ReportTheme, ...],
    *,
    approved_only: bool,
    known: set[str],
) -> tuple[ReportConclusion, ...]:
    bases: dict[str, set[str | None]] = defaultdict(set)
    for basis in session.scalars(select(Basis).where(Basis.session_id == session_id)):
        bases[basis.conclusion_id].add(standing_as(basis.theme_id, standing))
    query = select(Conclusion).where(Conclusion.session_id == session_id, Conclusion.removed.is_(False))
    out = []
    for row in session.scalars(query.order_by(Conclusion.position, Conclusion.id)):
        if approved_only and not row.approved:
            continue
        rests_on = [theme for theme in themes if theme.id in bases[row.id]]
        beneath = [*cited(row.text), *(note_id for theme in rests_on for note_id in theme.note_ids)]
        out.append(
            ReportConclusion(
                id=row.id,
                topic_id=row.topic_id,
                title=row.title,
                text=row.text,
                theme_ids=tuple(theme.id for theme in rests_on),
                note_ids=tuple(note_id for note_id in dict.fromkeys(beneath) if note_id in known),
            )
        )
    return tuple(out)


def _ballots(session: Session, session_id: str) -> Iterable[ReportBallot]:
    query = select(Ballot).where(Ballot.session_id == session_id, Ballot.state == "closed")
    for ballot in session.scalars(query.order_by(Ballot.closed_at, Ballot.id)):
        tally = session.scalars(select(Tally).where(Tally.ballot_id == ballot.id)).first()
        dots = tally.dots if tally else {}
        choices = session.scalars(select(Choice).where(Choice.ballot_id == ballot.id)).all()
        yield ReportBallot(
            question=ballot.question,
            dots_each=ballot.dots,
            people=tally.people if tally else 0,
            choices=tuple(
                ChoiceCount(theme_id=choice.theme_id, title=choice.title, dots=dots.get(choice.id, 0))
                for choice in sorted(choices, key=lambda each: (-dots.get(each.id, 0), each.position))
            ),
        )


def _summaries(session: Session, session_id: str, places: Places) -> list[ReportSummary]:
    query = select(Summary).where(Summary.session_id == session_id, Summary.state == "approved")
    found = [(summary, places[summary.table_round_id]) for summary in session.scalars(query)]
    found.sort(key=lambda row: (row[1].table.number, row[1].round_number))
    return [
        ReportSummary(
            table=place.table.number, round=place.round_number, topic_id=place.topic_id, text=summary.text
        )
        for summary, place in found
        if summary.text.strip()
    ]


def _empty(rounds_held: int, places: Iterable[TableRound], notes: Iterable[ReportNote]) -> list[EmptyTable]:
    written = {(note.table, note.round) for note in notes}
    held = [(place.table.number, place.round_number) for place in places if place.round_number <= rounds_held]
    return [
        EmptyTable(table=table, round=number)
        for table, number in sorted(held)
        if (table, number) not in written
    ]
