"""Asking for several things at once: all of them happen, or none."""

from __future__ import annotations

from typing import Any

from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.errors import SafeError
from cafe.inputs import tell
from cafe.people.identity import actor_of_request
from cafe.perform import parse, perform_within

Wanted = tuple[str, dict[str, Any]]


def ask(form: Any, *wanted: Wanted, first_id: str = "") -> bool:
    """Do all that is wanted in one transaction; when it is refused, say so by the form and give False."""
    try:
        commands = [
            parse(name, first_id if first_id and index == 0 else new_key(), data)
            for index, (name, data) in enumerate(wanted)
        ]
        with unit_of_work() as session:
            for command in commands:
                perform_within(session, actor_of_request(), command)
    except SafeError as error:
        tell(form, error)
        return False
    return True
