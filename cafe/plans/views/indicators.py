"""The pages of a plan's indicators: all of them, one with its chart, and its form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from cafe.clock import local, now_ms
from cafe.commands import new_key
from cafe.days import said_day, short_day
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.i18n import lazy
from cafe.inputs import choice
from cafe.network.navigation import Entry, team_entries
from cafe.people.identity import actor_of_request
from cafe.plans.indicator_around import Around, around, where_measured
from cafe.plans.indicator_forms import IndicatorForm, MeasurementForm, as_typed
from cafe.plans.indicator_shown import shown, shown_in
from cafe.plans.indicator_words import DIRECTIONS, FREQUENCIES, KINDS, said_number
from cafe.plans.queries.indicators import Past, past_of
from cafe.plans.views.blueprint import plans

SAID = SimpleNamespace(
    number=said_number,
    day=short_day,
    long_day=said_day,
    kinds=KINDS,
    directions=DIRECTIONS,
    frequencies=FREQUENCIES,
)


team_entries.append(
    Entry(label=lazy("Measurements"), endpoint="plans.indicators", place=40, arguments=where_measured)
)


def page(template: str, found: Around, **values: Any) -> str:
    """Render a page about indicators."""
    return render_template(
        template,
        plan=found.plan,
        team_nav=found.team_nav,
        may_write=found.may_write,
        plan_url=url_for(".plan", plan_id=found.plan.plan_id),
        said=SAID,
        **values,
    )


def this_day() -> date:
    """Give the day it is where people meet."""
    return local(now_ms()).date()


@plans.get("/plans/<plan_id>/indicators")
def indicators(plan_id: str) -> ResponseReturnValue:
    """Show all indicators of a plan, small; what is due can be entered at once."""
    with db.sessionmaker() as session:
        found = around(session, actor_of_request(), plan_id)
        here = shown_in(session, plan_id, this_day())
        out = shown_in(session, plan_id, this_day(), removed=True) if found.may_write else []
    return page(
        "plans/indicators.html",
        found,
        indicators=here,
        taken_out=out,
        today=this_day(),
        form=FlaskForm(),
        new_key=new_key,
    )


@plans.route("/plans/<plan_id>/indicators/new", methods=["GET", "POST"])
def new_indicator(plan_id: str) -> ResponseReturnValue:
    """Add an indicator."""
    form = IndicatorForm()
    with db.sessionmaker() as session:
        found = around(session, actor_of_request(), plan_id)
    _offer(form, found)
    if not form.is_submitted():
        form.about.data = request.args.get("about", "")
    if form.validate_on_submit():
        data = {"plan_id": plan_id, "indicator_id": form.id.data, **form.fields()}
        if ask(form, ("set_indicator", data), first_id=str(form.id.data)):
            return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=form.id.data))
    status = 400 if form.errors else 200
    return page("plans/indicator_form.html", found, form=form, facts=None), status


@plans.route("/plans/<plan_id>/indicators/<indicator_id>/change", methods=["GET", "POST"])
def change_indicator(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Change what is measured, or where it should go."""
    with db.sessionmaker() as session:
        found = around(session, actor_of_request(), plan_id)
        facts = shown(session, plan_id, indicator_id, this_day()).facts
    form = IndicatorForm(data=as_typed(facts))
    _offer(form, found)
    if form.validate_on_submit():
        data = {"plan_id": plan_id, "indicator_id": indicator_id, **form.fields()}
        if ask(form, ("set_indicator", data)):
            return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=indicator_id))
    status = 400 if form.errors else 200
    return page("plans/indicator_form.html", found, form=form, facts=facts), status


def _offer(form: IndicatorForm, found: Around) -> None:
    offered = [choice(f"{one.kind}:{one.id}", one.title) for one in found.measured]
    form.about.choices = [choice("", lazy("The plan as a whole")), *offered]


@plans.get("/plans/<plan_id>/indicators/<indicator_id>")
def indicator(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Show an indicator: its chart, its measurements, and where to enter the next."""
    form = MeasurementForm(formdata=None, taken_on=this_day())
    return indicator_page(plan_id, indicator_id, form)


def indicator_page(
    plan_id: str, indicator_id: str, form: MeasurementForm, *, status: int = 200, stands: str | None = None
) -> ResponseReturnValue:
    """Show an indicator with what was typed; `stands` is the other value on the day that was typed."""
    with db.sessionmaker() as session:
        found = around(session, actor_of_request(), plan_id)
        one = shown(session, plan_id, indicator_id, this_day())
        past = past_of(session, indicator_id) if found.may_write else []
    return page(
        "plans/indicator.html",
        found,
        shown=one,
        facts=one.facts,
        about=found.about(one.facts.goal_id, one.facts.measure_id),
        past=past,
        form=form,
        stands=stands,
        just_removed=_just_removed(past),
    ), status


def _just_removed(past: Sequence[Past]) -> Past | None:
    """Give what was taken out a moment ago, so that it can be put back at once."""
    day = request.args.get("out")
    return next((each for each in past if each.removed and each.taken_on == day), None)
