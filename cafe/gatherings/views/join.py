"""Coming in by code or QR."""

from __future__ import annotations

from cafe.gatherings.views.blueprint import gatherings


@gatherings.get("/")
def front() -> str:
    """Ask for the code."""
    return ""
