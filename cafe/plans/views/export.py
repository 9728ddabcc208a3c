"""Plans as files: one plan, or all of a network that have been handed in."""

from __future__ import annotations

import base64
import time
from typing import Any

from flask import Response
from flask_babel import get_locale

from cafe.clock import today
from cafe.db import db
from cafe.errors import NotFound
from cafe.harvest.views.report import as_download
from cafe.people.identity import settings
from cafe.plans.export.data import FORMATS, plans_as_json
from cafe.plans.queries.exporting import plans_handed_in, plans_to_export, title_of_network, title_of_plan
from cafe.plans.views.blueprint import plans
from cafe.site.pdf import PdfNotMade
from cafe.workshop import answer_from

MODULE = "cafe.plan_maker"  # above the whole app, since it makes one of its own


@plans.get("/plans/<plan_id>/export/<format>")
def export(plan_id: str, format: str) -> Response:  # noqa: A002 - the name in the address
    """Send a plan as a file. Raises NotFound for another format, PdfNotMade."""
    with db.sessionmaker() as session:
        title = title_of_plan(session, plan_id)
    return _sent(format, title, plans=[plan_id], alone=True)


@plans.get("/networks/<network_id>/export/<format>")
def export_network(network_id: str, format: str) -> Response:  # noqa: A002 - the name in the address
    """Send all plans of a network that have been handed in. Raises NotFound, PdfNotMade."""
    with db.sessionmaker() as session:
        title = title_of_network(session, network_id)
        plan_ids = plans_handed_in(session, network_id)
    return _sent(format, title, plans=plan_ids, alone=False)


def _data(title: str, plan_ids: list[str]) -> bytes:
    """Give plans as data, which takes little, read one by one so that others are answered between."""
    found = []
    for plan_id in plan_ids:
        with db.sessionmaker() as session:
            found.extend(plans_to_export(session, [plan_id]))
        time.sleep(0)
    return plans_as_json(title, found, today())


def _sent(format: str, title: str, **wanted: Any) -> Response:  # noqa: A002 - the name in the address
    if format not in FORMATS:
        raise NotFound
    if format == "json":
        return as_download(_data(title, wanted["plans"]), f"{title} {today()}", format)
    task = {
        "database_url": settings().database_url,
        "demo": settings().demo,
        "language": str(get_locale()),
        "format": format,
        "title": title,
        "today": today(),
        **wanted,
    }
    try:
        answer = answer_from(MODULE, task)
        body = base64.b64decode(answer["file"])
    except (OSError, KeyError):
        raise PdfNotMade from None
    return as_download(body, f"{title} {task['today']}", format)
