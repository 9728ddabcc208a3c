"""What stands beside the goals of a plan: where it stands, turns, pilots, money, partners, sign-off."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.commands import new_key
from cafe.days import said_day_at
from cafe.db import db
from cafe.inputs import choice
from cafe.network.navigation import TeamNav, team_nav
from cafe.people.identity import actor_of_request
from cafe.plans import facts_words
from cafe.plans.facts import FundingFacts, GatheringName, PilotFacts, PlanFacts
from cafe.plans.facts_words import said_gathering
from cafe.plans.forms import BeginCycleForm, FundingForm, PartnersForm, PilotForm, PlanForm, with_nothing
from cafe.plans.queries.beside import Shown, beside_the_goals
from cafe.plans.queries.life import TextNow
from cafe.plans.views.blueprint import plans
from cafe.plans.views.read import as_html
from cafe.plans.views.writing import as_typed

PARTNERS = ("partners",)
PILOT_TEXTS = ("scope", "lessons")


@plans.get("/plans/<plan_id>/more")
def more(plan_id: str) -> ResponseReturnValue:
    """Show the team what stands beside its goals."""
    return page_of(plan_id)


def page_of(plan_id: str, *, status: int = 200, **typed: Any) -> ResponseReturnValue:
    """Show the page, with what was typed into one of its forms: `typed` by the form's prefix."""
    with db.sessionmaker() as session:
        shown = beside_the_goals(session, actor_of_request(), plan_id)
        navigation: TeamNav = team_nav(session, actor_of_request(), shown.facts.team_id, "plans.plan")
    page = render_template(
        "plans/more.html",
        shown=shown,
        facts=shown.facts,
        forms={**_forms(shown), **typed},
        new_id=new_key,
        words=facts_words,
        said_day_at=said_day_at,
        html=as_html,
        team_nav=navigation,
    )
    return page, status


def _forms(shown: Shown) -> dict[str, Any]:
    facts = shown.facts
    return {
        "plan": plan_form(_named(shown.gatherings), facts),
        "partners": PartnersForm(formdata=None, **as_typed(shown.texts[facts.id], PARTNERS)),
        "cycle": cycle_choices(BeginCycleForm(formdata=None), facts),
        "funding": FundingForm(formdata=None, prefix="new-funding-"),
        "pilot": PilotForm(formdata=None, prefix="new-pilot-"),
        **{row.id: _funding_form(row) for row in facts.funding},
        **{row.id: _pilot_form(row, shown.texts[row.id]) for row in facts.pilots},
    }


def _named(gatherings: list[GatheringName]) -> list[tuple[str, str]]:
    return [(gathering.id, said_gathering(gathering)) for gathering in gatherings]


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
