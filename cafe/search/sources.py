"""The kinds of text there are to find, registered by the domains that own them."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Select

# Gives the texts of a scope that may be found now: id, version, text.
Source = Callable[[str], Select[str, int, str]]

_sources: dict[str, dict[str, Source]] = {}


def searchable(kind: str, *, stream: str = "cafe") -> Callable[[Source], Source]:
    """Register the texts of a kind in a kind of stream; what a source gives no longer is found no longer.

    They are rows of the stream whose id is the scope: its counter tells whether anything has changed.
    """

    def decorate(source: Source) -> Source:
        _sources.setdefault(stream, {})[kind] = source
        return source

    return decorate


def sources(stream: str) -> dict[str, Source]:
    """Give every source that is registered for a kind of stream, by its kind."""
    return dict(_sources.get(stream, {}))
