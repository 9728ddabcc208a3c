"""Round summaries: written, shown to the table, nodded to, handed over."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import own_place, table_round_of
from cafe.dialogue.commands.guests import Nod as NodCommand
from cafe.dialogue.commands.table import SUMMARY_LENGTH, ApproveSummary, ShowSummary, WriteSummary
from cafe.dialogue.merging import merged
from cafe.dialogue.model import Nod, Summary, SummaryVersion
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action


@action(WriteSummary)
def write_summary(session: Session, _actor: Actor, command: WriteSummary, now: int) -> Result:
    """Write a summary; an edit of an older version is merged, and nods to the older text are open again."""
    table_round = table_round_of(session, command.session_id, command.table_round_id)
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
        )
        session.add(summary)
    if command.base_version > summary.version:
        raise BadInput(field="base_version")
    result = merged(_base_of(session, summary, command), summary.text, command.text)
    # Two texts of 600 characters may merge to more; the text is kept and the host asked to shorten it.
    summary.version += 1
    summary.text = result.text
    summary.state = "draft"
    summary.yes = summary.change = 0
    session.flush()
    session.add(
        SummaryVersion(
            summary_id=summary.id,
            command_id=command.id,
            version=summary.version,
            text=command.text,
            merged_text=summary.text,
            at=now,
        )
    )
    return {"version": summary.version, "merged": result.both}


def _base_of(session: Session, summary: Summary, command: WriteSummary) -> str:
    """Give the text an edit started from: an own edit as it was sent, or a version of the summary."""
    query = select(SummaryVersion.command_id, SummaryVersion.text).where(
        SummaryVersion.summary_id == summary.id, SummaryVersion.command_id.in_(command.based_on)
    )
    sent = {row.command_id: row.text for row in session.execute(query)} if command.based_on else {}
    newest = next((sent[key] for key in command.based_on if key in sent), None)
    return _text_at(session, summary, command.base_version) if newest is None else newest


def _text_at(session: Session, summary: Summary, version: int) -> str:
    if version == summary.version:
        return summary.text
    query = select(SummaryVersion.merged_text).where(
        SummaryVersion.summary_id == summary.id, SummaryVersion.version == version
    )
    return session.scalar(query) or ""


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
