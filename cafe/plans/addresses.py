"""Where plans and what is in them are read: by their team on the page it works on, by others elsewhere."""

from __future__ import annotations

from flask import url_for


def plan_address(plan_id: str, anchor: str = "", *, own: bool = False) -> str:
    """Give the address of a plan, or of the goal or measure in it that `anchor` names, such as measure-ID."""
    return url_for("plans.plan" if own else "plans.read", plan_id=plan_id, _anchor=anchor or None)
