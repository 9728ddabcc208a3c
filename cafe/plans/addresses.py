"""Where plans and what is in them are read: by their team on the page it works on, by others elsewhere."""

from __future__ import annotations

from flask import current_app, url_for

READ, OWN = "plans.read", "plans.plan"


def plan_address(plan_id: str, anchor: str = "", *, own: bool = False) -> str:
    """Give the address of a plan, or of the goal or measure in it that `anchor` names, such as measure-ID."""
    endpoint = OWN if own or READ not in current_app.view_functions else READ
    return url_for(endpoint, plan_id=plan_id, _anchor=anchor or None)
