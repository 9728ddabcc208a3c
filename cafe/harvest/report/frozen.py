"""The report's facts as JSON and back: what is published is kept in this form. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from cafe.harvest.report.facts import ReportFacts

FORM = 2  # the first form held approved texts and the notes they cite, nothing else
_facts = TypeAdapter(ReportFacts)


def freeze(facts: ReportFacts) -> dict[str, Any]:
    """Give the facts as plain JSON values."""
    return {"form": FORM, **asdict(facts)}


def thaw(content: Mapping[str, Any]) -> ReportFacts | None:
    """Give the facts that were frozen, or None for what was published in the first form."""
    if content.get("form") != FORM:
        return None
    return _facts.validate_python({key: value for key, value in content.items() if key != "form"})
