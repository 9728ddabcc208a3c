"""The report as JSON, for machines: its facts, as they are frozen when it is published."""

from __future__ import annotations

import json

from cafe.harvest.report.facts import ReportFacts
from cafe.harvest.report.frozen import freeze


def facts_as_json(facts: ReportFacts, *, invented: bool = False) -> bytes:
    """Give the facts as JSON in UTF-8; an example says that it is `invented`."""
    said = {"invented": True} if invented else {}
    return json.dumps({**said, **freeze(facts)}, ensure_ascii=False, indent=2).encode()
