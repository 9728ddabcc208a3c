"""The kinds of text there are to find, registered by the domains that own them."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Select

# Gives the texts of a scope that may be found now: id, version, text.
Source = Callable[[str], Select[str, int, str]]

_sources: dict[str, Source] = {}


def searchable(kind: str) -> Callable[[Source], Source]:
    """Register the texts of a kind; what a source gives no longer is found no longer.

    They are rows of the stream whose id is the scope: its counter tells whether anything has changed.
    """

    def decorate(source: Source) -> Source:
        _sources[kind] = source
        return source

    return decorate


def sources() -> dict[str, Source]:
    """Give every registered source by its kind."""
    return dict(_sources)
