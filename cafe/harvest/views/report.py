"""The report: as it would be handed over now, and its files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from flask import Response, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, format_datetime, get_locale, gettext
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.live import cafe_urls
from cafe.errors import NotFound
from cafe.harvest.making import making
from cafe.harvest.queries.report import report_of
from cafe.harvest.queries.report_files import ReportFileFacts, file_content, files_of, report_file
from cafe.harvest.report.as_json import facts_as_json
from cafe.harvest.report.as_markdown import booklet_as_markdown
from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.page import prose_as_html
from cafe.harvest.report.story import tell
from cafe.harvest.rules import file_name
from cafe.harvest.views.blueprint import harvest
from cafe.i18n import LANGUAGES
from cafe.site.invented import is_invented
from cafe.site.page import calmly

PATIENCE = 4.0  # seconds that the page waits for a file; a small one is there by then


class Kind(NamedTuple):
    """A kind of file: what it is sent as, and whether a process of its own makes it."""

    media_type: str
    made_aside: bool


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    "pdf": Kind("application/pdf", made_aside=True),
    "docx": Kind(WORD, made_aside=True),
    "xlsx": Kind(EXCEL, made_aside=True),
    "md": Kind("text/markdown; charset=utf-8", made_aside=False),
    "json": Kind("application/json", made_aside=False),
}


@harvest.get("/cafe/<session_id>/report")
def report(session_id: str) -> ResponseReturnValue:
    """Show the report as it would be handed over now, and offer its files."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
        facts = report_of(session, session_id, approved_only=True)
        files = files_of(session, session_id)
    return calmly(
        "harvest/report.html",
        cafe=cafe,
        booklet=tell(facts),
        prose=prose_as_html,
        files=[(file, said_moment(file.asked_at)) for file in files],
        kinds=KINDS,
        spoken=LANGUAGES,
        chosen=_language(),
        steps=cafe_urls(session_id),
        here="harvest",
    )


def said_moment(at: int) -> str:
    """Write a moment as the day and time people know it by."""
    return str(format_datetime(datetime.fromtimestamp(at / 1000, UTC), "short"))


def _language() -> str:
    asked = request.values.get("language", "")
    return asked if asked in dict(LANGUAGES) else str(get_locale())


@harvest.get("/cafe/<session_id>/report.<format>")
def report_export(session_id: str, format: str) -> ResponseReturnValue:  # noqa: A002 - the name in the address
    """Send the report in a format that is made at once. Raises NotFound for another."""
    if format not in KINDS or KINDS[format].made_aside:
        raise NotFound
    with db.sessionmaker() as session:
        title = cafe_page(session, session_id).title
        facts = report_of(session, session_id, approved_only=True)
    with force_locale(_language()):
        body = quick_file(facts, format)
    return as_download(body, title, format)


def quick_file(facts: ReportFacts, format: str, title: str = "", edition: str = "") -> bytes:  # noqa: A002
    """Give a file that takes a moment only, in the present language."""
    if format == "md":
        return booklet_as_markdown(tell(facts, title, edition))
    return facts_as_json(facts, invented=is_invented())


def as_download(body: bytes, title: str, format: str) -> Response:  # noqa: A002 - the name in the address
    """Send a file to be kept, named after what it is about."""
    response = Response(body, content_type=KINDS[format].media_type)
    response.headers.set("Content-Disposition", "attachment", filename=file_name(title, format))
    return response


@harvest.post("/cafe/<session_id>/report/files")
def make_report_file(session_id: str) -> ResponseReturnValue:
    """Ask for a file, and lead to it if it is there in a moment."""
    form, key = FlaskForm(), new_key()
    data = {
        "session_id": session_id,
        "file_id": key,
        "format": request.form.get("format", "pdf"),
        "language": _language(),
    }
    if not ask(form, ("make_report_file", data)):
        flash(" ".join(str(error) for error in form.form_errors))
        return redirect(url_for(".report", session_id=session_id))
    making.wait_for(key, PATIENCE)
    return redirect(url_for(".report_file_page", session_id=session_id, file_id=key))


@harvest.get("/cafe/<session_id>/report/files/<file_id>")
def report_file_page(session_id: str, file_id: str) -> ResponseReturnValue:
    """Show how far a file is; one that is ready can be fetched here."""
    with db.sessionmaker() as session:
        cafe = cafe_page(session, session_id)
        file = report_file(session, session_id, file_id)
    return render_template(
        "harvest/report_file.html",
        cafe=cafe,
        file=file,
        said=_said(file),
        language=dict(LANGUAGES)[file.language],
        steps=cafe_urls(session_id),
        here="harvest",
    )


def _said(file: ReportFileFacts) -> str:
    if file.progress == 0:
        return str(gettext("Beginning …"))
    return str(gettext("%(percent)s %% is done", percent=file.progress))


@harvest.get("/cafe/<session_id>/report/files/<file_id>/progress")
def report_file_progress(session_id: str, file_id: str) -> ResponseReturnValue:
    """Tell the page how far its file is."""
    with db.sessionmaker() as session:
        file = report_file(session, session_id, file_id)
    return jsonify(state=file.state, progress=file.progress, said=_said(file))


@harvest.post("/cafe/<session_id>/report/files/<file_id>/cancel")
def cancel_report_file(session_id: str, file_id: str) -> ResponseReturnValue:
    """Stop making a file."""
    if ask(FlaskForm(), ("cancel_report_file", {"session_id": session_id, "file_id": file_id})):
        flash(gettext("The file is not made. You can ask for it again at any time."))
    return redirect(url_for(".report", session_id=session_id))


@harvest.get("/cafe/<session_id>/report/files/<file_id>/download")
def fetch_report_file(session_id: str, file_id: str) -> ResponseReturnValue:
    """Send a file that has been made. Raises NotFound while it has not."""
    with db.sessionmaker() as session:
        title = cafe_page(session, session_id).title
        file, content = file_content(session, session_id, file_id)
    return as_download(content, title, file.format)
