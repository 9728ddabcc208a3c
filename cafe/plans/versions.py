"""The kept versions of a plan, and whether what was agreed has changed since one of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.errors import NotFound
from cafe.plans.facts import (
    PlanFacts,
    SignOffFacts,
    Texts,
    as_json,
    from_json,
    names_of,
    plan_facts,
    without_accounts,
)
from cafe.plans.model import PlanVersion, WorkPlan
from cafe.plans.rules import version_is_for_others

# What a team learns on the way is no change of what it set out to do.
_ON_THE_WAY = ("barrier", "learning")


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version as a line of a list. `reason` is submitted, signed, kept or reported; `at` in ms."""

    number: int
    reason: str
    at: int
    signed_by: tuple[str, ...] = ()


def seal(facts: PlanFacts) -> str:
    """Give a fingerprint of what a plan sets out to do: its texts, goals, measures, who and until when.

    Where measures stand, what was measured and learnt, and who has signed it are not in it.
    """
    text = json.dumps(as_json(_agreed(facts)), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _agreed(facts: PlanFacts) -> PlanFacts:
    return replace(
        without_accounts(facts),
        team="",
        organisation="",
        state="",
        version=0,
        submitted_at=None,
        from_gathering=facts.from_gathering and replace(facts.from_gathering, title="", ordinal=None),
        to_gathering=facts.to_gathering and replace(facts.to_gathering, title="", ordinal=None),
        goals=tuple(replace(goal, status="") for goal in facts.goals),
        measures=tuple(
            replace(
                measure,
                status="",
                status_at=None,
                responsible_name="",
                users_took_part=None,
                borrowed=None,
                texts=_set_out(measure.texts),
            )
            for measure in facts.measures
        ),
        cycles=(),
        indicators=tuple(replace(indicator, measurements=()) for indicator in facts.indicators),
        pilots=tuple(replace(pilot, ended=False, texts=_set_out(pilot.texts)) for pilot in facts.pilots),
        sign_offs=(),
        reports=(),
    )


def _set_out(texts: Texts) -> Texts:
    return {name: text for name, text in texts.items() if name not in (*_ON_THE_WAY, "lessons")}


def keep(session: Session, plan: WorkPlan, reason: str, now: int) -> int:
    """Keep the plan as it stands as its next version, and give its number."""
    plan.version += 1
    facts = without_accounts(plan_facts(session, plan.id))
    session.add(
        PlanVersion(
            id=new_key(), plan_id=plan.id, number=plan.version, reason=reason, at=now, facts=as_json(facts)
        )
    )
    return plan.version


def keep_if_changed(session: Session, plan: WorkPlan, reason: str, now: int) -> int:
    """Keep the plan unless its last version says the same; give the number of the one that does."""
    last = _row(session, plan.id, plan.version) if plan.version else None
    if last is not None and _same(from_json(last.facts), plan_facts(session, plan.id)):
        return plan.version
    return keep(session, plan, reason, now)


def _same(then: PlanFacts, now: PlanFacts) -> bool:
    def told(facts: PlanFacts) -> dict[str, Any]:
        return as_json(replace(without_accounts(facts), version=0, sign_offs=(), reports=()))

    return told(then) == told(now)


def version_facts(session: Session, plan_id: str, number: int, *, is_team: bool) -> PlanFacts:
    """Give the plan as it was kept; 0 is as it stands. Raises NotFound, also for what others may not see."""
    if number == 0:
        return plan_facts(session, plan_id)
    row = _row(session, plan_id, number)
    if row is None or not (is_team or version_is_for_others(row.facts["state"])):
        raise NotFound
    return _with_names(session, from_json(row.facts))


def versions_of(session: Session, plan_id: str, *, is_team: bool) -> list[Version]:
    """Give the versions that somebody may read, the newest first, and who has signed them."""
    signed: dict[int, list[str]] = {}
    for sign_off in plan_facts(session, plan_id).sign_offs:
        signed.setdefault(sign_off.version, []).append(sign_off.name)
    state = PlanVersion.facts["state"].as_string()
    wanted = (PlanVersion.number, PlanVersion.reason, PlanVersion.at, state)
    query = select(*wanted).where(PlanVersion.plan_id == plan_id).order_by(PlanVersion.number.desc())
    return [
        Version(number=number, reason=reason, at=at, signed_by=tuple(signed.get(number, ())))
        for number, reason, at, state_then in session.execute(query)
        if is_team or version_is_for_others(state_then)
    ]


def changed_since(session: Session, facts: PlanFacts, number: int) -> bool:
    """Tell whether what the plan sets out to do is another than in a version."""
    row = _row(session, facts.id, number)
    return row is None or seal(from_json(row.facts)) != seal(facts)


def last_sign_off(session: Session, facts: PlanFacts, number: int) -> tuple[SignOffFacts, bool] | None:
    """Give the last sign-off, and whether the plan is another since; of a version only its own."""
    if number:
        own = [each for each in plan_facts(session, facts.id).sign_offs if each.version == number]
        return (own[-1], False) if own else None
    if not facts.sign_offs:
        return None
    last = facts.sign_offs[-1]
    return last, changed_since(session, facts, last.version)


def _row(session: Session, plan_id: str, number: int) -> PlanVersion | None:
    query = select(PlanVersion).where(PlanVersion.plan_id == plan_id, PlanVersion.number == number)
    return session.scalars(query).first()


def _with_names(session: Session, facts: PlanFacts) -> PlanFacts:
    """Name who was responsible by the accounts of today: an erased one has taken its name with it."""
    names = names_of(session, (measure.responsible_id for measure in facts.measures))
    measures = tuple(
        replace(measure, responsible_name=names.get(measure.responsible_id or "", ""))
        for measure in facts.measures
    )
    return replace(facts, measures=measures)
