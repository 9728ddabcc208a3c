"""How the past of the demonstration is told: by the commands that everyone uses, each at its time."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import SERVER, Actor
from cafe.commands import Command
from cafe.demo.texts import DATA
from cafe.people.rules import DAY
from cafe.perform import Result, perform_within

BEFORE, AFTER = 120, 121  # days from the gathering that is played to the one before and the one after


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells what happened: `now` is the moment of the demonstration in milliseconds, `today` its day."""

    session: Session
    now: int
    today: date
    chance: random.Random

    def do(self, command: Command, actor: Actor = SERVER, *, days_ago: float = 0) -> Result:
        """Let somebody have asked for something some days ago."""
        return perform_within(self.session, actor, command, self.now - int(days_ago * DAY)).result

    def day(self, days_ago: float) -> str:
        """Give the day that was so many days ago; days to come are below zero."""
        return (self.today - timedelta(days=days_ago)).isoformat()


@cache
def invented() -> dict[str, Any]:
    """Give the plans, conclusions and reports of the demonstration, all of them made up."""
    read: dict[str, Any] = json.loads((DATA / "plans.json").read_text(encoding="utf-8"))
    return read
