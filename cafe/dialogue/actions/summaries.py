"""Round summaries: written, shown to the table, nodded to, handed over."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import own_place, table_round_of
from cafe.dialogue.actions.late import LateText, ended_hosting, take_in
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.commands.guests import Nod as NodCommand
from cafe.dialogue.commands.table import (
    SUMMARY_LENGTH,
    ApproveSummary,
    NoteKind,
    NoteSource,
    ShowSummary,
    WriteSummary,
)
from cafe.dialogue.lateness import Late
from cafe.dialogue.model import Nod, Summary, SummaryVersion
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action

AFTER_ALL = 2_000_000.0  # after the notes, and after the thoughts from phones


@action(WriteSummary)
def write_summary(session: Session, actor: Actor, command: WriteSummary, now: int) -> Result:
    """Write a summary; an edit of an older version is merged, and nods to the older text are open again."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
    edit = Edit(
        command_id=command.id,
        base_version=command.base_version,
        based_on=command.based_on,
        text=command.text,
    )
    ended = ended_hosting(session, actor, table_round, now)
    if ended is not None:
        beside = LateText(
            edit=edit,
            why=Late.SUMMARY,
            kind=NoteKind.INSIGHT,
            source=NoteSource.UNSPECIFIED,
            position=AFTER_ALL,
        )
        return take_in(session, ended, table_round, beside, now)
    summary = session.get(Summary, table_round.id)
    if summary is None:
        summary = Summary(
            id=table_round.id,
            stream_id=command.session_id,
            session_id=command.session_id,
            table_round=table_round,
            table_round_id=table_round.id,
            version=0,
            text="",
            state="draft",
            changed_by_both=False,
        )
        session.add(summary)
    # Two texts of 600 characters may merge to more; the text is kept and the host asked to shorten it.
    changed = change(session, summary, SummaryVersion, edit, now)
    if changed.text:
        summary.state = "draft"
        summary.yes = summary.change = 0
    return {"version": summary.version, "merged": changed.both}


def _current(session: Session, session_id: str, table_round_id: str, version: int | None = None) -> Summary:
    table_round = table_round_of(session, session_id, table_round_id)
    summary = session.get(Summary, table_round.id)
    if summary is None or not summary.text.strip():
        raise NotFound(lazy("There is no summary here yet. Write it first."))
    if version is not None and version != summary.version:
        raise TooLate(lazy("Somebody has just changed the summary. Read it again first."))
    if version is not None and len(summary.text) > SUMMARY_LENGTH:
        raise BadInput(
            lazy("Two texts have met and are longer than 600 characters together. Shorten the summary."),
            field="text",
        )
    return summary


@action(ShowSummary)
def show_summary(session: Session, _actor: Actor, command: ShowSummary, _now: int) -> Result:
    """Show the summary to the people at the table."""
    summary = _current(session, command.session_id, command.table_round_id, command.version)
    summary.state = "shown"
    return {"version": summary.version}


@action(ApproveSummary)
def approve_summary(session: Session, _actor: Actor, command: ApproveSummary, _now: int) -> Result:
    """Hand the summary over to the later groups at the topic."""
    summary = _current(session, command.session_id, command.table_round_id, command.version)
    summary.state = "approved"
    return {"version": summary.version}


@action(NodCommand)
def nod(session: Session, actor: Actor, command: NodCommand, _now: int) -> Result:
    """Take one person's answer; a new answer replaces the one before."""
    attendee = own_place(session, actor, command.session_id)
    summary = _current(session, command.session_id, command.table_round_id)
    query = select(Nod).where(Nod.summary_id == summary.id, Nod.attendee_id == attendee.id)
    answer = session.scalars(query).first()
    if answer is None:
        answer = Nod(
            id=new_key(),
            stream_id=command.session_id,
            session_id=command.session_id,
            summary=summary,
            attendee=attendee,
            attendee_id=attendee.id,
        )
        session.add(answer)
    answer.version = summary.version
    answer.answer = command.answer
    answer.comment = command.comment
    session.flush()
    summary.yes = _count(session, summary, "yes")
    summary.change = _count(session, summary, "change")
    return {}


def _count(session: Session, summary: Summary, answer: str) -> int:
    query = select(func.count()).where(
        Nod.summary_id == summary.id, Nod.version == summary.version, Nod.answer == answer
    )
    return session.scalar(query) or 0
