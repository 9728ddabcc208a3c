"""Addresses of pages as letters and calendars carry them, also where nobody asks for a page."""

from __future__ import annotations

from flask import current_app

from cafe.people.identity import settings
from cafe.reminding.days import Day


def whole_address(endpoint: str, **arguments: str) -> str:
    """Give the whole address of a page."""
    path = current_app.url_map.bind("localhost").build(endpoint, arguments)
    return f"{settings().origin}{path}"


def address_of(day: Day) -> str:
    """Give the whole address of the page about a day; empty where there is none."""
    if day.endpoint not in current_app.view_functions:
        return ""
    page = whole_address(day.endpoint, **dict(day.arguments))
    return f"{page}#{day.anchor}" if day.anchor else page
