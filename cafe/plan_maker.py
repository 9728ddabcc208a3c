"""Making a file of plans in a process of its own: setting fifty would keep the server from answering."""

from __future__ import annotations

import base64

from flask_babel import force_locale

from cafe.app import create_app
from cafe.aside import Json, Tell, do_as_asked, step_back
from cafe.db import db
from cafe.plans.export.files import file_of
from cafe.plans.queries.exporting import plans_to_export
from cafe.settings import Settings


def answer(task: Json, _tell: Tell) -> Json:
    """Make the file that a task asks for."""
    settings = Settings(database_url=task["database_url"], secret_key="", demo=task["demo"])
    app = create_app(settings)
    with app.test_request_context("/"), force_locale(task["language"]):
        with db.sessionmaker() as session:
            plans = plans_to_export(session, task["plans"])
        body = file_of(task["format"], task["title"], plans, task["today"], alone=task["alone"])
        return {"file": base64.b64encode(body).decode()}


if __name__ == "__main__":
    step_back()
    do_as_asked(answer)
