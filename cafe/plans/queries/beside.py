"""What stands beside the goals of a plan, as its team sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.plans.facts import GatheringName, PlanFacts, SignOffFacts, plan_facts
from cafe.plans.queries.life import (
    Answer,
    EarlierPlan,
    Removed,
    Standing,
    TextNow,
    answers_to,
    gatherings_in,
    plans_before,
    removed_in,
    standing_towards,
    texts_about,
)
from cafe.plans.versions import changed_since, seal


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything the page shows besides its forms."""

    facts: PlanFacts
    seal: str
    changed: tuple[bool, ...]
    standing: Standing
    answers: list[Answer]
    removed: list[Removed]
    earlier: list[EarlierPlan]
    gatherings: list[GatheringName]
    texts: dict[str, dict[str, TextNow]] = field(default_factory=dict)

    @property
    def sign_offs(self) -> list[tuple[SignOffFacts, bool]]:
        """Give who has signed it off, and whether the plan is another since; the newest first."""
        return list(zip(self.facts.sign_offs, self.changed, strict=True))[::-1]


def beside_the_goals(session: Session, actor: Actor, plan_id: str) -> Shown:
    """Give what stands beside the goals of a plan, as somebody of its team sees it. Raises NotFound."""
    facts = plan_facts(session, plan_id, with_drafts=True)
    return Shown(
        facts=facts,
        seal=seal(facts),
        changed=tuple(changed_since(session, facts, signed.version) for signed in facts.sign_offs),
        standing=standing_towards(session, actor, plan_id),
        answers=answers_to(session, plan_id),
        removed=removed_in(session, plan_id),
        earlier=plans_before(session, plan_id),
        gatherings=gatherings_in(session, facts.network_id),
        texts={
            about_id: texts_about(session, plan_id, about_id)
            for about_id in (plan_id, *(pilot.id for pilot in facts.pilots))
        },
    )
