"""The block of data that a live page starts with."""

from __future__ import annotations

import time
from typing import Any

from flask import render_template, stream_template
from flask.json import dumps
from flask_babel import get_locale
from markupsafe import Markup

from cafe.live.missed import spliced
from cafe.site.modules import modules_of
from cafe.site.words import words_for


def live_page(template: str, module: str, *, page: dict[str, Any], **values: Any) -> str:
    """Render a live page: the template, the modules to fetch at once, and the data block."""
    modules = list(modules_of(module))
    block = {
        "locale": str(get_locale()),
        "words": words_for([m for m in modules if m.startswith("js/")]),
        **page,
    }
    # Inside a script element only these can end it or start a comment.
    text = spliced(block, dumps).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return render_template(template, modules=modules, page_json=Markup(text), **values)  # noqa: S704 - escaped above


PIECES = 50


def calmly(template: str, **values: Any) -> str:
    """Render a page that may be long in pieces; between them the server answers others."""
    pieces = []
    for count, piece in enumerate(stream_template(template, **values)):
        pieces.append(piece)
        if count % PIECES == 0:
            time.sleep(0)
    return "".join(pieces)
