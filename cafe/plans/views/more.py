"""What stands beside the goals of a plan: where it stands, turns, pilots, money, partners, sign-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.db import db
from cafe.inputs import choice
from cafe.network.navigation import TeamNav, team_nav
from cafe.people.identity import actor_of_request
from cafe.plans import facts_words
from cafe.plans.facts import FundingFacts, PilotFacts, PlanFacts, SignOffFacts, plan_facts
from cafe.plans.facts_words import said_gathering
from cafe.plans.forms import BeginCycleForm, FundingForm, PartnersForm, PilotForm, PlanForm, with_nothing
from cafe.plans.queries.life import (
    Answer,
    EarlierPlan,
    Removed,
    Standing,
    TextNow,
    answers_to,
    gatherings_in,
    plans_of_team,
    removed_in,
    standing_towards,
    texts_about,
)
from cafe.plans.versions import changed_since, seal
from cafe.plans.views.blueprint import plans
from cafe.plans.views.read import as_html
from cafe.plans.views.writing import as_typed

PARTNERS = ("partners",)
PILOT_TEXTS = ("scope", "lessons")


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
    gatherings: list[tuple[str, str]]
    texts: dict[str, dict[str, TextNow]] = field(default_factory=dict)

    @property
    def sign_offs(self) -> list[tuple[SignOffFacts, bool]]:
        """Give who has signed it off, and whether the plan is another since; the newest first."""
        return list(zip(self.facts.sign_offs, self.changed, strict=True))[::-1]


@plans.get("/plans/<plan_id>/more")
def more(plan_id: str) -> ResponseReturnValue:
    """Show the team what stands beside its goals."""
    return page_of(plan_id)


def page_of(plan_id: str, *, status: int = 200, **typed: Any) -> ResponseReturnValue:
    """Show the page, with what was typed into one of its forms: `typed` by the form's prefix."""
    with db.sessionmaker() as session:
        shown = _shown(session, plan_id)
        navigation: TeamNav = team_nav(session, actor_of_request(), shown.facts.team_id, "plans.plan")
    page = render_template(
        "plans/more.html",
        shown=shown,
        facts=shown.facts,
        forms={**_forms(shown), **typed},
        new_id=new_key,
        words=facts_words,
        html=as_html,
        team_nav=navigation,
    )
    return page, status


def _shown(session: Session, plan_id: str) -> Shown:
    facts = plan_facts(session, plan_id, with_drafts=True)
    gatherings = gatherings_in(session, facts.network_id)
    return Shown(
        facts=facts,
        seal=seal(facts),
        changed=tuple(changed_since(session, facts, signed.version) for signed in facts.sign_offs),
        standing=standing_towards(session, actor_of_request(), plan_id),
        answers=answers_to(session, plan_id),
        removed=removed_in(session, plan_id),
        earlier=[plan for plan in plans_of_team(session, facts.team_id) if plan.id != plan_id],
        gatherings=[(gathering.id, said_gathering(gathering)) for gathering in gatherings],
        texts={
            about_id: texts_about(session, plan_id, about_id)
            for about_id in (plan_id, *(pilot.id for pilot in facts.pilots))
        },
    )


def _forms(shown: Shown) -> dict[str, Any]:
    facts = shown.facts
    return {
        "plan": plan_form(shown.gatherings, facts),
        "partners": PartnersForm(formdata=None, **as_typed(shown.texts[facts.id], PARTNERS)),
        "cycle": cycle_choices(BeginCycleForm(formdata=None), facts),
        "funding": FundingForm(formdata=None, prefix="new-funding-"),
        "pilot": PilotForm(formdata=None, prefix="new-pilot-"),
        **{row.id: _funding_form(row) for row in facts.funding},
        **{row.id: _pilot_form(row, shown.texts[row.id]) for row in facts.pilots},
    }


def plan_form(gatherings: list[tuple[str, str]], facts: PlanFacts | None = None) -> PlanForm:
    """Make the form of a plan's name and period; with facts it holds what stands."""
    form = PlanForm() if facts is None else PlanForm(formdata=None, title=facts.title)
    rows = [(key, words) for key, words in gatherings]
    form.from_gathering_id.choices = with_nothing(gettext("Not decided"), [*rows])
    form.to_gathering_id.choices = with_nothing(gettext("Not decided"), [*rows])
    if facts is not None:
        form.from_gathering_id.data = facts.from_gathering.id if facts.from_gathering else ""
        form.to_gathering_id.data = facts.to_gathering.id if facts.to_gathering else ""
    return form


def cycle_choices(form: BeginCycleForm, facts: PlanFacts) -> BeginCycleForm:
    """Let the measures of a plan be chosen in a form."""
    form.measure_id.choices = [choice(measure.id, measure.title) for measure in facts.measures]
    return form


def _funding_form(row: FundingFacts) -> FundingForm:
    held = {"source": row.source, "amount": row.amount, "currency": row.currency, "words": row.words}
    return FundingForm(formdata=None, prefix=f"{row.id}-", **held)


def _pilot_form(row: PilotFacts, texts: dict[str, TextNow]) -> PilotForm:
    return PilotForm(
        formdata=None,
        prefix=f"{row.id}-",
        title=row.title,
        starts_on=day_typed(row.starts_on),
        ends_on=day_typed(row.ends_on),
        ended=row.ended,
        **as_typed(texts, PILOT_TEXTS),
    )


def day_typed(day: str | None) -> date | None:
    """Give a day as a form holds it."""
    return date.fromisoformat(day) if day else None
