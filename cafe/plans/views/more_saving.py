"""What the team asks for on the page beside its goals: each form is one request."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.errors import BadInput
from cafe.plans.facts import plan_facts
from cafe.plans.facts_words import said_gathering
from cafe.plans.forms import BeginCycleForm, FundingForm, PartnersForm, PilotForm
from cafe.plans.queries.life import gatherings_in
from cafe.plans.views.blueprint import plans
from cafe.plans.views.more import PARTNERS, PILOT_TEXTS, cycle_choices, page_of, plan_form
from cafe.plans.views.writing import changed_texts, told, write

# What may be asked by a button alone: its command, and what is said when it is done.
STEPS = {
    "submit": "submit_plan",
    "start": "start_plan",
    "back": "take_plan_back",
    "keep": "keep_version",
    "sign": "sign_plan_off",
    "carry": "carry_over",
}
TAKES_OUT = {"cycle": "cycle_id", "funding": "funding_id", "pilot": "pilot_id"}


@plans.post("/plans/<plan_id>/step")
def step(plan_id: str) -> ResponseReturnValue:
    """Do what one of the buttons asks: hand in, begin, take back, keep, sign off, take along."""
    asked = request.form
    if asked.get("step") not in STEPS:
        raise BadInput  # a form that is none of ours must not hand anything in
    name = STEPS[asked["step"]]
    data: dict[str, Any] = {"plan_id": plan_id}
    if name == "take_plan_back":
        data["from_state"] = asked.get("from_state")
    elif name == "sign_plan_off":
        data |= {"version": asked.get("version", 0, type=int), "seen": asked.get("seen")}
    elif name == "carry_over":
        data["from_plan_id"] = asked.get("from_plan_id", "")
    form = FlaskForm()
    done = ask(form, (name, data), first_id=asked.get("id", ""))
    flash(_said(name) if done else told_by(form))
    return redirect(url_for(".more", plan_id=plan_id, _anchor="state"))


def _said(name: str) -> str:
    said: dict[str, str] = {
        "submit_plan": gettext("The plan is handed in. Everybody in the network can read it."),
        "start_plan": gettext("You are under way."),
        "take_plan_back": gettext("The plan is one step back."),
        "keep_version": gettext("The plan is kept as it stands."),
        "sign_plan_off": gettext("The plan is signed off, with your name and today's date."),
        "carry_over": gettext("What was unfinished is in the plan now."),
    }
    return said[name]


def told_by(form: Any) -> str:
    """Give why something was refused."""
    return " ".join(str(error) for error in form.form_errors) or told(form)


@plans.post("/plans/<plan_id>/change")
def change(plan_id: str) -> ResponseReturnValue:
    """Change what the plan is called, and its period."""
    with db.sessionmaker() as session:
        network_id = plan_facts(session, plan_id).network_id
        gatherings = [(each.id, said_gathering(each)) for each in gatherings_in(session, network_id)]
    form = plan_form(gatherings)
    data = {
        "plan_id": plan_id,
        "title": form.title.data,
        "from_gathering_id": form.from_gathering_id.data or None,
        "to_gathering_id": form.to_gathering_id.data or None,
    }
    if form.validate_on_submit() and write(form, ("change_plan", data), done=gettext("Saved.")):
        return redirect(url_for(".more", plan_id=plan_id))
    return page_of(plan_id, status=400, plan=form)


@plans.post("/plans/<plan_id>/partners")
def partners(plan_id: str) -> ResponseReturnValue:
    """Write about those who work with the team from outside."""
    form = PartnersForm()
    if form.validate_on_submit():
        wanted = changed_texts(form, plan_id, plan_id, PARTNERS)
        if write(form, *wanted, done=gettext("Saved.")):
            return redirect(url_for(".more", plan_id=plan_id, _anchor="partners"))
    return page_of(plan_id, status=400, partners=form)


@plans.post("/plans/<plan_id>/funding/<row_id>")
def funding(plan_id: str, row_id: str) -> ResponseReturnValue:
    """Say where money comes from, or change it; `new` begins one."""
    is_new = row_id == "new"
    form = FundingForm(prefix="new-funding-" if is_new else f"{row_id}-")
    data = {
        "plan_id": plan_id,
        "funding_id": request.form.get("id", "") if is_new else row_id,
        "source": form.source.data,
        "amount": form.amount.data,
        "currency": form.currency.data,
        "words": form.words.data,
    }
    if form.validate_on_submit() and write(form, ("set_funding", data), done=gettext("Saved.")):
        return redirect(url_for(".more", plan_id=plan_id, _anchor="funding"))
    return page_of(plan_id, status=400, **{"funding" if is_new else row_id: form})


@plans.post("/plans/<plan_id>/pilots/<row_id>")
def pilot(plan_id: str, row_id: str) -> ResponseReturnValue:
    """Begin something that is tried for a time, or change it; `new` begins one."""
    is_new = row_id == "new"
    form = PilotForm(prefix="new-pilot-" if is_new else f"{row_id}-")
    pilot_id = request.form.get("id", "") if is_new else row_id
    if form.validate_on_submit():
        data = {
            "plan_id": plan_id,
            "pilot_id": pilot_id,
            "title": form.title.data,
            "starts_on": form.starts_on.data.isoformat() if form.starts_on.data else None,
            "ends_on": form.ends_on.data.isoformat() if form.ends_on.data else None,
            "ended": form.ended.data,
        }
        texts = changed_texts(form, plan_id, pilot_id, PILOT_TEXTS)
        if write(form, ("set_pilot", data), *texts, done=gettext("Saved.")):
            return redirect(url_for(".more", plan_id=plan_id, _anchor="pilots"))
    return page_of(plan_id, status=400, **{"pilot" if is_new else row_id: form})


@plans.post("/plans/<plan_id>/cycles")
def begin_cycle(plan_id: str) -> ResponseReturnValue:
    """Begin a turn with a measure."""
    with db.sessionmaker() as session:
        facts = plan_facts(session, plan_id)
    form = cycle_choices(BeginCycleForm(), facts)
    if form.validate_on_submit():
        cycle_id = str(form.id.data)
        about = {"plan_id": plan_id, "about_id": cycle_id, "field": "question", "base_version": 0}
        begun = ("set_cycle", {"plan_id": plan_id, "cycle_id": cycle_id, "measure_id": form.measure_id.data})
        if ask(form, begun, ("write_text", {**about, "text": form.question.data}), first_id=cycle_id):
            return redirect(url_for(".cycle", plan_id=plan_id, cycle_id=cycle_id))
    return page_of(plan_id, status=400, cycle=form)


@plans.post("/plans/<plan_id>/take-out")
def take_out(plan_id: str) -> ResponseReturnValue:
    """Take a turn, money or a pilot out, or put it back."""
    kind = request.form.get("kind", "")
    if kind not in TAKES_OUT:
        raise BadInput
    back = request.form.get("back") == "yes"
    name = f"{'restore' if back else 'remove'}_{kind}"
    data = {"plan_id": plan_id, TAKES_OUT[kind]: request.form.get("row_id", "")}
    form = FlaskForm()
    done = ask(form, (name, data), first_id=new_key())
    said = (
        gettext("It is back.")
        if back
        else gettext("It is taken out. You can put it back at the end of this page.")
    )
    flash(said if done else told_by(form))
    return redirect(url_for(".more", plan_id=plan_id, _anchor="taken-out" if not back else None))
