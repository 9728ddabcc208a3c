"""Files of the report: asked for, made elsewhere, kept until the next one is asked for."""

from __future__ import annotations

import base64
from typing import Any

from flask import current_app
from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.actions.found import cafe_of
from cafe.errors import BadInput, NotFound
from cafe.harvest.commands.report import CancelReportFile, MakeReportFile
from cafe.harvest.model import ReportFile
from cafe.perform import Result, action
from cafe.workshop import Wanted

WORKING, READY, CANCELLED, FAILED = "working", "ready", "cancelled", "failed"


def wanted_by(session: Session) -> Wanted:
    """Give what this transaction asks for; it is done once the transaction has been stored."""
    wanted: Wanted = session.info.setdefault("report_files", Wanted())
    return wanted


@action(MakeReportFile)
def make_report_file(session: Session, _actor: Actor, command: MakeReportFile, now: int) -> Result:
    """Ask for a file; an earlier one of the same format and language is given up for it."""
    cafe = cafe_of(session, command.session_id)
    if session.get(ReportFile, command.file_id) is not None:
        raise BadInput(field="file_id")
    earlier = select(ReportFile).where(
        ReportFile.session_id == cafe.id,
        ReportFile.format == command.format,
        ReportFile.language == command.language,
    )
    for file in session.scalars(earlier):
        wanted_by(session).unwanted.add(file.id)
        session.delete(file)
    session.add(
        ReportFile(
            id=command.file_id,
            session_id=cafe.id,
            format=command.format,
            language=command.language,
            asked_at=now,
        )
    )
    wanted_by(session).tasks[command.file_id] = task_for(
        session_id=cafe.id, format=command.format, language=command.language
    )
    return {"file_id": command.file_id}


def task_for(**wanted: Any) -> dict[str, Any]:
    """Give the task of making a file for the process that makes it: it reads the database itself."""
    settings = current_app.extensions["cafe_settings"]
    return {"database_url": settings.database_url, "demo": settings.demo, **wanted}


@action(CancelReportFile)
def cancel_report_file(session: Session, _actor: Actor, command: CancelReportFile, _now: int) -> Result:
    """Stop making a file. Raises NotFound where there is none of the session."""
    file = session.get(ReportFile, command.file_id)
    if file is None or file.session_id != command.session_id:
        raise NotFound
    if file.state == WORKING:
        file.state = CANCELLED
        wanted_by(session).unwanted.add(file.id)
    return {}


def note_progress(session: Session, file_id: str, percent: int) -> bool:
    """Write down how far a file is; tell whether anybody still wants it."""
    return _change(session, file_id, progress=percent)


def note_found(session: Session, file_id: str, found: dict[str, Any]) -> bool:
    """Keep a file, or that it could not be made, unless nobody wants it any more."""
    if "file" not in found:
        return _change(session, file_id, state=FAILED, progress=100)
    return _change(session, file_id, state=READY, progress=100, content=base64.b64decode(found["file"]))


def _change(session: Session, file_id: str, **values: Any) -> bool:
    working = ReportFile.id == file_id, ReportFile.state == WORKING
    done = session.execute(update(ReportFile).where(*working).values(**values))
    return isinstance(done, CursorResult) and done.rowcount > 0


def forget_half_done(session: Session) -> None:
    """After a start nothing is being made, whatever the last process wrote."""
    session.execute(update(ReportFile).where(ReportFile.state == WORKING).values(state=FAILED))
