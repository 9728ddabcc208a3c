"""The session as a file to keep."""

from __future__ import annotations

from flask import Response, request
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.dialogue.queries.pages import cafe_page
from cafe.errors import NotFound
from cafe.harvest.export_csv import Separator
from cafe.harvest.exports import MEDIA_TYPES, Format, export_session
from cafe.harvest.rules import file_name
from cafe.harvest.views.blueprint import harvest


@harvest.get("/cafe/<session_id>/export.<format>")
def export(session_id: str, format: str) -> ResponseReturnValue:  # noqa: A002 - the name in the address
    """Send everything the session leaves behind. Raises NotFound for a format there is not."""
    if format not in set(Format):
        raise NotFound
    separator: Separator = ";" if request.args.get("separator") == "semicolon" else ","
    with db.sessionmaker() as session:
        title = cafe_page(session, session_id).title
    body = export_session(session_id, format, separator=separator)
    response = Response(body, content_type=MEDIA_TYPES[Format(format)])
    response.headers.set("Content-Disposition", "attachment", filename=file_name(title, format))
    return response
