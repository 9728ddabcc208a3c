"""Beginning a plan: its period, and what it begins with."""

from __future__ import annotations

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext

from cafe.clock import today
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.inputs import choice, own_path
from cafe.network.navigation import team_nav
from cafe.people.identity import actor_of_request
from cafe.plans.addresses import plan_address
from cafe.plans.facts_words import said_gathering
from cafe.plans.forms import NewPlanForm, with_nothing
from cafe.plans.plan_period import period_around, years_of
from cafe.plans.queries.life import EarlierPlan, gatherings_in, network_of_team, plans_of_team
from cafe.plans.templates import TEMPLATES
from cafe.plans.views.blueprint import plans


@plans.route("/teams/<team_id>/plans/new", methods=["GET", "POST"])
def new(team_id: str) -> ResponseReturnValue:
    """Let a team begin a plan, a draft that is theirs alone; and lead back to what they need it for."""
    form, earlier, navigation = _form(team_id)
    then = own_path(request.values.get("then"))
    if form.validate_on_submit() and ask(
        form, ("create_plan", _wanted(form, team_id)), first_id=str(form.id.data)
    ):
        return redirect(then or plan_address(str(form.id.data), own=True))
    return render_template(
        "plans/new.html", form=form, earlier=earlier, templates=TEMPLATES, team_nav=navigation, then=then
    ), (400 if form.errors else 200)


def _form(team_id: str) -> tuple[NewPlanForm, list[EarlierPlan], object]:
    with db.sessionmaker() as session:
        gatherings = gatherings_in(session, network_of_team(session, team_id))
        earlier = plans_of_team(session, team_id)
        navigation = team_nav(session, actor_of_request(), team_id, "plans.plan")
    form = NewPlanForm()
    rows = [(gathering.id, said_gathering(gathering)) for gathering in gatherings]
    form.from_gathering_id.choices = with_nothing(gettext("Not decided"), rows)
    form.to_gathering_id.choices = with_nothing(gettext("Not decided"), rows)
    form.follows_id.choices = with_nothing(gettext("None"), [(plan.id, plan.title) for plan in earlier])
    form.template.choices = [choice(name, template.title) for name, template in TEMPLATES.items()]
    if not form.is_submitted():
        day = today()
        first, last = period_around(gatherings, day)
        form.from_gathering_id.data = first.id if first else ""
        form.to_gathering_id.data = last.id if last else ""
        form.follows_id.data = earlier[0].id if earlier else ""
        form.template.data = "" if earlier else "first"
        form.title.data = gettext("Work plan %(years)s", years=years_of((first, last), day))
    return form, earlier, navigation


def _wanted(form: NewPlanForm, team_id: str) -> dict[str, object]:
    follows = form.follows_id.data or None
    return {
        "team_id": team_id,
        "new_plan_id": form.id.data,
        "title": form.title.data,
        "template": form.template.data or "",
        "from_gathering_id": form.from_gathering_id.data or None,
        "to_gathering_id": form.to_gathering_id.data or None,
        "follows_id": follows,
        "carry_over": bool(follows and form.carry_over.data),
        "language": str(get_locale()),
    }
