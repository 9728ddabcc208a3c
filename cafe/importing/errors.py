"""Why a file was not imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ImportProblem:
    """One thing that is wrong, and where in the file it stands."""

    path: str
    message: str

    def __str__(self) -> str:
        """Put the place before what is wrong with it."""
        return f"{self.path}: {self.message}"


class ImportRefused(Exception):
    """The file has problems; nothing was imported."""

    def __init__(self, problems: Sequence[ImportProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
