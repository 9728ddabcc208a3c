"""What a template for a plan is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from cafe.i18n import Message


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A text under a heading: what it says, and what it asks."""

    says: tuple[Message, ...] = ()
    asks: tuple[Message, ...] = ()

    def __str__(self) -> str:
        """Give it as Markdown, in the language of the moment."""
        questions = "\n".join(f"- {question}" for question in self.asks)
        return "\n\n".join([*(str(line) for line in self.says), *([questions] if questions else [])])


@dataclass(frozen=True, kw_only=True)
class MeasureDraft:
    """A measure to begin with, due some months after the plan began."""

    title: Message
    kind: str = "other"
    months: int | None = None


@dataclass(frozen=True, kw_only=True)
class IndicatorDraft:
    """Something to count from the first day."""

    title: Message
    unit: Message
    target: str
    frequency: str = "monthly"
    kind: str = "outcome"


@dataclass(frozen=True, kw_only=True)
class GoalDraft:
    """A goal to begin with."""

    title: Message
    kind: str = "result"
    measures: tuple[MeasureDraft, ...] = ()
    indicators: tuple[IndicatorDraft, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Template:
    """Something a plan may begin with; `texts` by the name of the plan's field."""

    name: str
    title: Message
    about: Message
    texts: dict[str, Passage] = field(default_factory=dict)
    goals: tuple[GoalDraft, ...] = ()
