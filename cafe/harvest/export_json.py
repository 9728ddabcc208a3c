"""The export for machines: JSON, exact. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict

from cafe.harvest.record import SessionRecord

FORMAT = "kafedialog session"
VERSION = 1


def as_json(record: SessionRecord, *, invented: bool = False) -> bytes:
    """Give everything as JSON in UTF-8; texts are exactly as they were written. An example says so."""
    said = {"invented": True} if invented else {}
    whole = {"format": FORMAT, "format_version": VERSION, **said, **asdict(record)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
