"""One turn of plan, do, study, act."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.db import db
from cafe.errors import NotFound
from cafe.network.navigation import team_nav
from cafe.people.identity import actor_of_request
from cafe.plans.commands.plan import CYCLE_FIELDS
from cafe.plans.facts import CycleFacts, PlanFacts, plan_facts
from cafe.plans.forms import CycleForm
from cafe.plans.queries.life import TextNow, texts_about
from cafe.plans.views.blueprint import plans
from cafe.plans.views.more import day_typed
from cafe.plans.views.writing import as_typed, changed_texts, write


@plans.route("/plans/<plan_id>/cycles/<cycle_id>", methods=["GET", "POST"])
def cycle(plan_id: str, cycle_id: str) -> ResponseReturnValue:
    """Show a turn to write in; what was typed is kept when another writes at the same time."""
    facts, turn, texts = _found(plan_id, cycle_id)
    form = CycleForm()
    if form.validate_on_submit():
        data = {
            "plan_id": plan_id,
            "cycle_id": cycle_id,
            "measure_id": turn.measure_id,
            "starts_on": form.starts_on.data.isoformat() if form.starts_on.data else None,
            "act": form.ended_as.data or None,
        }
        wanted = changed_texts(form, plan_id, cycle_id, CYCLE_FIELDS)
        if write(form, ("set_cycle", data), *wanted, done=gettext("Saved.")):
            return redirect(url_for(".cycle", plan_id=plan_id, cycle_id=cycle_id))
    if not form.is_submitted():
        held = as_typed(texts, CYCLE_FIELDS)
        form = CycleForm(formdata=None, starts_on=day_typed(turn.starts_on), ended_as=turn.act or "", **held)
    with db.sessionmaker() as session:
        navigation = team_nav(session, actor_of_request(), facts.team_id, "plans.plan")
    page = render_template(
        "plans/cycle.html",
        facts=facts,
        turn=turn,
        texts=texts,
        measure=next((row for row in facts.measures if row.id == turn.measure_id), None),
        form=form,
        team_nav=navigation,
    )
    return page, (400 if form.errors else 200)


def _found(plan_id: str, cycle_id: str) -> tuple[PlanFacts, CycleFacts, dict[str, TextNow]]:
    with db.sessionmaker() as session:
        facts = plan_facts(session, plan_id)
        turn = next((cycle for cycle in facts.cycles if cycle.id == cycle_id), None)
        if turn is None:
            raise NotFound
        return facts, turn, texts_about(session, plan_id, cycle_id)
