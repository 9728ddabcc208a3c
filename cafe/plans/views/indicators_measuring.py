"""Entering measurements and taking them out; taking an indicator out and putting it back."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.days import said_day
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.plans.indicator_forms import MeasurementForm
from cafe.plans.indicator_words import said_number
from cafe.plans.queries.indicators import indicator_facts
from cafe.plans.views.blueprint import plans
from cafe.plans.views.indicators import indicator_page


@plans.post("/plans/<plan_id>/indicators/<indicator_id>/measurements")
def enter_measurement(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Enter a value for a day; where another one stands, ask before it is replaced."""
    form = MeasurementForm()
    if not form.validate_on_submit():
        return indicator_page(plan_id, indicator_id, form, status=400)
    data = {"plan_id": plan_id, "indicator_id": indicator_id, **form.fields()}
    stands = _stands(plan_id, indicator_id, data["taken_on"])
    if stands not in {None, data["value"], data.get("instead_of")}:
        return indicator_page(plan_id, indicator_id, form, status=409, stands=stands)
    if not ask(form, ("enter_measurement", data), first_id=str(form.id.data)):
        return indicator_page(plan_id, indicator_id, form, status=400)
    told = {"value": said_number(data["value"]), "day": said_day(data["taken_on"])}
    flash(gettext("%(value)s is on the chart for %(day)s.", **told))
    if request.form.get("back") == "all":
        return redirect(url_for(".indicators", plan_id=plan_id))
    return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=indicator_id))


def _stands(plan_id: str, indicator_id: str, day: str) -> str | None:
    with db.sessionmaker() as session:
        facts = indicator_facts(session, plan_id, indicator_id)
    return next((each.value for each in facts.measurements if each.taken_on == day), None)


@plans.post("/plans/<plan_id>/indicators/<indicator_id>/measurements/<day>/remove")
def remove_measurement(plan_id: str, indicator_id: str, day: str) -> ResponseReturnValue:
    """Take a measurement off the chart."""
    _ask("remove_measurement", plan_id, indicator_id, taken_on=day)
    return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=indicator_id, out=day))


@plans.post("/plans/<plan_id>/indicators/<indicator_id>/measurements/<day>/restore")
def restore_measurement(plan_id: str, indicator_id: str, day: str) -> ResponseReturnValue:
    """Put a measurement back on the chart."""
    _ask("restore_measurement", plan_id, indicator_id, taken_on=day)
    return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=indicator_id))


@plans.post("/plans/<plan_id>/indicators/<indicator_id>/remove")
def remove_indicator(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Take an indicator out of the plan."""
    _ask("remove_indicator", plan_id, indicator_id)
    return redirect(url_for(".indicators", plan_id=plan_id, _anchor="taken-out"))


@plans.post("/plans/<plan_id>/indicators/<indicator_id>/restore")
def restore_indicator(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Put an indicator back into the plan."""
    _ask("restore_indicator", plan_id, indicator_id)
    return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=indicator_id))


def _ask(name: str, plan_id: str, indicator_id: str, **more: str) -> None:
    """Do what a button asks; when it is refused, say why on the page that follows."""
    form = FlaskForm()
    if not ask(form, (name, {"plan_id": plan_id, "indicator_id": indicator_id, **more})):
        for message in form.form_errors:
            flash(str(message))
