"""What is asked of answers without a name: never anything of fewer than five."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.unnamed.model import HasAnswered, SealedAnswer, UnnamedAnswer
from cafe.unnamed.rules import FEWEST
from cafe.unnamed.sealing import Unsealed, keyed, unseal


def has_answered(session: Session, about: str, who: str) -> bool:
    """Tell whether somebody has answered; nobody can be told what."""
    return session.get(HasAnswered, (about, keyed(about, who))) is not None


def answers_about(session: Session, about: str) -> Mapping[str, list[dict[str, Any]]]:
    """Give the answers that were let in, by group: of groups with at least five, in an order without meaning.

    Whoever shows them shows sums of five and more, and free texts apart from what else the same person said.
    """
    query = select(UnnamedAnswer).where(UnnamedAnswer.about == about).order_by(UnnamedAnswer.id)
    groups: dict[str, list[dict[str, Any]]] = {}
    for answer in session.scalars(query):
        groups.setdefault(answer.group, []).append(answer.answers)
    return {group: answers for group, answers in sorted(groups.items()) if len(answers) >= FEWEST}


def waiting_about(session: Session, about: str) -> list[Unsealed]:
    """Give the answers that wait for others. Only to let them in, or to count to five."""
    waiting = session.scalars(select(SealedAnswer).where(SealedAnswer.about == about))
    read = (unseal(about, each.id, each.sealed) for each in waiting)
    return [each for each in read if each is not None]


def groups_with_five(session: Session, about: str) -> frozenset[str]:
    """Tell which groups have at least five answers, let in or waiting together; never how many."""
    waiting = Counter(each.group for each in waiting_about(session, about))
    enough = {group for group, number in waiting.items() if number >= FEWEST}
    return frozenset(enough | answers_about(session, about).keys())
