"""Knowing again in one plan what was carried over from another. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable


def carried_id(plan_id: str, row_id: str) -> str:
    """Give the id that something of the period before has in a plan: the same however often it is carried."""
    return hashlib.sha256(f"{plan_id}/{row_id}".encode()).hexdigest()[:24]


def is_carried(row_id: str, plan_ids: Iterable[str], known: Container[str]) -> bool:
    """Tell whether something of a plan has a copy, among what is known, in one of the others."""
    return any(carried_id(plan_id, row_id) in known for plan_id in plan_ids)
