"""A disk that loses its power: what has been synced is there, of the rest anything may be.

As with real disks the unit is a sector of 512 bytes, and what was written last may have arrived first.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.faults.recording import Cut, Happening, Removed, Said, Synced, Write

SECTOR = 512


class Disk:
    """The files of one folder, as far as they are safe, and what has been handed over since."""

    def __init__(self, folder: Path, safe: dict[str, bytes]) -> None:
        """Begin with files that are safely there."""
        self._folder = str(folder)
        self._safe = {path: bytearray(data) for path, data in safe.items()}
        self._named = set(safe)
        self._pending: dict[str, list[Write | Cut]] = defaultdict(list)

    def take(self, happening: Happening) -> None:
        """Let one thing happen."""
        match happening:
            case Write(path) | Cut(path):
                self._safe.setdefault(path, bytearray())
                self._pending[path].append(happening)
            case Synced(path) if path == self._folder:
                self._named |= self._safe.keys()
            case Synced(path):
                for change in self._pending.pop(path, []):
                    _apply(self._safe[path], change)
            case Removed(path):
                # Only the last to close a database removes its -wal, and then it holds nothing any more.
                self._safe.pop(path, None)
                self._pending.pop(path, None)
            case Said():
                pass

    def after_power_cut(self, chance: random.Random, survives: float) -> dict[str, bytes]:
        """Give the files as they are found: of what was not synced each sector survives by chance."""
        found = {}
        for path, data in self._safe.items():
            if path in self._named or chance.random() < survives:
                left = bytearray(data)
                for change in self._pending.get(path, []):
                    for part in _torn(change, chance, survives):
                        _apply(left, part)
                found[path] = bytes(left)
        return found


def _torn(change: Write | Cut, chance: random.Random, survives: float) -> Iterable[Write | Cut]:
    if isinstance(change, Cut):
        return [change] if chance.random() < survives else []
    at, data = change.offset, change.data
    ends = [*range(SECTOR - at % SECTOR, len(data), SECTOR), len(data)]
    parts = zip([0, *ends], ends, strict=False)
    return [
        Write(change.path, at + begin, data[begin:end]) for begin, end in parts if chance.random() < survives
    ]


def _apply(data: bytearray, change: Write | Cut) -> None:
    if isinstance(change, Cut):
        data[change.length :] = bytes(max(0, change.length - len(data)))
        return
    end = change.offset + len(change.data)
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    data[change.offset : end] = change.data
