"""The four languages: marking messages and choosing the reader's language."""

from __future__ import annotations

from flask import has_request_context, request
from flask_babel import LazyString, lazy_gettext

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English"))
DEFAULT_LANGUAGE = "nb"
LANGUAGE_COOKIE = "language"
# What browsers say, and which of our languages it means.
SPOKEN = {"no": "nb", "nb": "nb", "nn": "nn", "sv": "sv", "en": "en", "da": "nb"}

Message = str | LazyString

lazy = lazy_gettext


def choose_language() -> str:
    """Give the language chosen on the page, else the first one the browser asks for that we speak."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in dict(LANGUAGES):
        return str(chosen)
    for wanted, _quality in request.accept_languages:
        spoken = SPOKEN.get(wanted.partition("-")[0].lower())
        if spoken is not None:
            return spoken
    return DEFAULT_LANGUAGE
