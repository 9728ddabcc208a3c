"""What pages ask about the report's files."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.errors import NotFound
from cafe.harvest.model import ReportFile


@dataclass(frozen=True, kw_only=True)
class ReportFileFacts:
    """A file: working, ready, cancelled or failed. `progress` is how much is done, of a hundred."""

    id: str
    format: str
    language: str
    asked_at: int
    state: str
    progress: int


def report_file(session: Session, session_id: str, file_id: str) -> ReportFileFacts:
    """Give a file of a session. Raises NotFound."""
    return _facts(_found(session, session_id, file_id))


def files_of(session: Session, session_id: str) -> list[ReportFileFacts]:
    """Give the files of a session that can be fetched, the newest first."""
    query = select(ReportFile).where(ReportFile.session_id == session_id, ReportFile.state == "ready")
    return [_facts(file) for file in session.scalars(query.order_by(ReportFile.asked_at.desc()))]


def file_content(session: Session, session_id: str, file_id: str) -> tuple[ReportFileFacts, bytes]:
    """Give a file with what is in it. Raises NotFound while it is not ready."""
    file = _found(session, session_id, file_id)
    if file.content is None:
        raise NotFound
    return _facts(file), file.content


def _found(session: Session, session_id: str, file_id: str) -> ReportFile:
    file = session.get(ReportFile, file_id)
    if file is None or file.session_id != session_id:
        raise NotFound
    return file


def _facts(file: ReportFile) -> ReportFileFacts:
    return ReportFileFacts(
        id=file.id,
        format=file.format,
        language=file.language,
        asked_at=file.asked_at,
        state=file.state,
        progress=file.progress,
    )
