"""What people thought of a gathering: sums of five and more, and texts apart from one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from cafe.gatherings.model import Gathering
from cafe.gatherings.queries import neighbours
from cafe.gatherings.words import IN_WORDS, QUESTIONS
from cafe.i18n import Message
from cafe.unnamed.queries import answers_about
from cafe.unnamed.rules import FEWEST


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: how many gave each mark from 1 to 5. Not told while fewer than five have answered it."""

    name: str
    text: Message
    told: bool
    marks: tuple[int, ...]

    @property
    def answered(self) -> int:
        """Tell how many answered this question."""
        return sum(self.marks)


@dataclass(frozen=True, kw_only=True)
class Results:
    """What came in about a gathering; `answers` is 0 while there are fewer than five."""

    answers: int
    questions: tuple[Question, ...]
    texts: tuple[tuple[Message, tuple[str, ...]], ...]


def results_of(session: Session, gathering_id: str) -> Results:
    """Give what people thought of a gathering; nothing while fewer than five have answered."""
    return summed(answers_about(session, gathering_id).get("", []))


def earlier_results(session: Session, gathering_id: str) -> tuple[str, Results] | None:
    """Give what was said of the nearest earlier gathering of the network that has answers, with its title."""
    gathering: Gathering | None = session.get_one(Gathering, gathering_id)
    while gathering is not None:
        gathering = neighbours(session, gathering)[0]
        results = results_of(session, gathering.id) if gathering else None
        if gathering is not None and results is not None and results.answers:
            return gathering.title, results
    return None


def summed(answers: Iterable[dict[str, Any]]) -> Results:
    """Sum answers up. The texts of a question come sorted, so that none stands beside its giver's others."""
    given = list(answers)
    if len(given) < FEWEST:
        given = []
    texts = (
        (question, tuple(sorted((each[name] for each in given if each.get(name)), key=str.casefold)))
        for name, question in IN_WORDS.items()
    )
    return Results(
        answers=len(given),
        questions=tuple(_question(name, text, given) for name, text in QUESTIONS.items()),
        texts=tuple((question, said) for question, said in texts if said),
    )


def _question(name: str, text: Message, given: list[dict[str, Any]]) -> Question:
    counted = Counter(each[name] for each in given if each.get(name))
    told = counted.total() >= FEWEST
    return Question(
        name=name, text=text, told=told, marks=tuple(counted[mark] if told else 0 for mark in range(1, 6))
    )
