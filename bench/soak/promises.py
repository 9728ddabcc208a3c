"""Every acknowledged command against the database: what was answered with "ok" is stored, word for word."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

Promise = dict[str, Any]


def broken(log: Path, database: Path) -> list[str]:
    """Name each acknowledged command that the database does not hold, and each note stored twice."""
    promises = [json.loads(line) for line in log.read_text().splitlines()]
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        stored = _Stored(connection)
    missing = [f"{each['name']} {each['id']}" for each in promises if not stored.holds(each)]
    return missing + stored.twice(promises)


class _Stored:
    """What the database holds, read at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        def rows(sql: str) -> list[Any]:
            return connection.execute(sql).fetchall()

        self.commands = {command for (command,) in rows("SELECT id FROM answered_command")}
        self.texts: dict[str, set[str]] = defaultdict(set)
        for table in (
            "SELECT id, text FROM note",
            "SELECT note_id, text FROM note_version",
            "SELECT id, text FROM pending_idea",
        ):
            for note, text in rows(table):
                self.texts[note].add(text)
        edits = (
            "SELECT command_id, text FROM note_version UNION ALL SELECT command_id, text FROM summary_version"
        )
        self.edits: dict[str, str] = dict(rows(edits))
        self.visits = dict(rows("SELECT table_round_id, count(*) FROM visit GROUP BY 1"))
        self.nods = dict(rows("SELECT summary_id, count(*) FROM nod GROUP BY 1"))
        self.all_texts = [
            text for (text,) in rows("SELECT text FROM note UNION ALL SELECT text FROM pending_idea")
        ]

    def holds(self, promise: Promise) -> bool:
        """Tell whether what was acknowledged is there."""
        data = promise["data"]
        checks: dict[str, Callable[[], bool]] = {
            "add_note": lambda: data["text"] in self.texts[data["note_id"]],
            "send_idea": lambda: data["text"] in self.texts[data["idea_id"]],
            "edit_note": lambda: self.edits.get(promise["id"]) == data["text"],
            "write_summary": lambda: self.edits.get(promise["id"]) == data["text"],
        }
        return promise["id"] in self.commands and checks.get(promise["name"], lambda: True)()

    def twice(self, promises: list[Promise]) -> list[str]:
        """Name places where others than those who said so have sat or nodded, and notes stored twice."""
        said: dict[str, dict[str, set[int]]] = {"take_seat": defaultdict(set), "nod": defaultdict(set)}
        for promise in promises:
            if promise["name"] in said:
                said[promise["name"]][promise["data"]["table_round_id"]].add(promise["number"])
        wrong = [
            f"{name} at {place}"
            for name, found in (("take_seat", self.visits), ("nod", self.nods))
            for place, people in said[name].items()
            if found.get(place, 0) != len(people)
        ]
        doubled = len(self.all_texts) - len(set(self.all_texts))
        return wrong + [f"{doubled} notes twice"] * bool(doubled)
