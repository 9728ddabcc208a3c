"""Files of what is published, for its readers: made from the frozen copy, kept for those who come next.

One at a time is made for readers, whoever asks: the other process is the organisers'.
"""

from __future__ import annotations

import base64
import threading
from collections import OrderedDict

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from cafe.days import said_day_at
from cafe.db import db
from cafe.errors import NotFound, TooMany
from cafe.harvest.actions.report import task_for
from cafe.harvest.making import making
from cafe.harvest.queries.publication import Page, may_read, published_page
from cafe.harvest.report.frozen import freeze
from cafe.harvest.views.blueprint import harvest
from cafe.harvest.views.published import for_others
from cafe.harvest.views.report import KINDS, as_download, quick_file
from cafe.i18n import lazy
from cafe.people.identity import actor_of_request
from cafe.site.pdf import PdfNotMade

FOR_READERS = ("pdf", "docx", "xlsx", "md", "json")
MOST_KEPT = 24
Key = tuple[str, int, str, str]
_kept: OrderedDict[Key, bytes] = OrderedDict()
MOST_WAITING = 12  # each holds what it is made from
_waiting = threading.BoundedSemaphore(MOST_WAITING)
_making_one = threading.Lock()


@harvest.get("/published/<slug>/edition/<int:number>/report.<format>")
def published_file(slug: str, number: int, format: str) -> ResponseReturnValue:  # noqa: A002 - the name in the address
    """Send an edition as a file in the reader's language. Raises NotFound, PdfNotMade."""
    if format not in FOR_READERS:
        raise NotFound
    with db.sessionmaker() as session:
        page = published_page(session, slug, number)
        if not may_read(session, actor_of_request(), page):
            return for_others(page)
    return _download(page, format)


def _download(page: Page, format: str) -> Response:  # noqa: A002 - the name in the address
    if page.facts is None:  # published in the first form, which only a page can show
        raise NotFound
    key = (page.slug, page.number, format, str(get_locale()))
    body = _kept.get(key) or (_in_turn if KINDS[format].made_aside else _keep)(key, page, format)
    return as_download(body, page.title, format)


def _in_turn(key: Key, page: Page, format: str) -> bytes:  # noqa: A002 - the name in the address
    """Give a file that takes a while, made once for all who wait for it. Raises TooMany, PdfNotMade."""
    if not _waiting.acquire(blocking=False):
        raise TooMany(lazy("Too many attempts just now. Wait a few minutes and try again."))
    try:
        with _making_one:
            return _kept.get(key) or _keep(key, page, format)
    finally:
        _waiting.release()


def _keep(key: Key, page: Page, format: str) -> bytes:  # noqa: A002 - the name in the address
    body = _kept[key] = _made(page, format)
    _kept.move_to_end(key)
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return body


def _made(page: Page, format: str) -> bytes:  # noqa: A002 - the name in the address
    assert page.facts is not None  # noqa: S101 - the caller has looked
    edition = gettext("Edition %(number)s, published %(day)s", number=page.number, day=said_day_at(page.at))
    if not KINDS[format].made_aside:
        return quick_file(page.facts, format, page.title, edition)
    task = task_for(
        session_id=page.session_id,
        format=format,
        language=str(get_locale()),
        content=freeze(page.facts),
        title=page.title,
        edition=edition,
    )
    try:
        return base64.b64decode(making.answer_to(task)["file"])
    except (OSError, KeyError):
        raise PdfNotMade from None
