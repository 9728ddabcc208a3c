"""The plan set as a booklet: for the network, the organisers, and the team as others see it."""

from __future__ import annotations

from typing import Any

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from markupsafe import Markup

from cafe.clock import today
from cafe.days import said_day_at
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.markdown import render_markdown
from cafe.network.navigation import team_nav
from cafe.people.identity import actor_of_request
from cafe.plans import facts_words
from cafe.plans.facts import Origin, PlanFacts
from cafe.plans.forms import AnswerForm
from cafe.plans.indicator_charts import spark_for
from cafe.plans.queries.life import Standing, answers_to, standing_towards
from cafe.plans.queries.origins import lenders_of
from cafe.plans.queries.origins_home import may_borrow
from cafe.plans.queries.returning import agendas_of
from cafe.plans.versions import last_sign_off, version_facts
from cafe.plans.views.blueprint import plans


@plans.get("/plans/<plan_id>/read")
def read(plan_id: str) -> ResponseReturnValue:
    """Show a plan to read, as it stands or as it was in a version."""
    return _page(plan_id, AnswerForm(formdata=None))


@plans.post("/plans/<plan_id>/answer")
def answer(plan_id: str) -> ResponseReturnValue:
    """Tell the team something about its plan, as an organiser."""
    form = AnswerForm()
    if form.validate_on_submit() and ask(form, ("answer_plan", {"plan_id": plan_id, "text": form.text.data})):
        flash(gettext("The team sees what you wrote, with your name."))
        return redirect(url_for(".read", plan_id=plan_id, _anchor="answers"))
    return _page(plan_id, form, status=400)


def _page(plan_id: str, form: AnswerForm, status: int = 200) -> ResponseReturnValue:
    actor, number = actor_of_request(), request.args.get("version", 0, type=int)
    with db.sessionmaker() as session:
        standing = standing_towards(session, actor, plan_id)
        facts = version_facts(session, plan_id, number, is_team=standing.in_team)
        values = {
            "signed": last_sign_off(session, facts, number),
            "answers": answers_to(session, plan_id) if standing.in_team or standing.organises else [],
            "lenders": lenders_of(session, plan_id),
            "may_borrow": not number and may_borrow(session, actor, plan_id),
            "agendas": agendas_of(session, plan_id, today()),
            "team_nav": team_nav(session, actor, facts.team_id, "plans.plan"),
        }
    page = render_template(
        "plans/read.html",
        facts=facts,
        number=number,
        standing=standing,
        form=form,
        words=facts_words,
        said_day_at=said_day_at,
        html=as_html,
        ways=_ways(facts, standing),
        origin_address=_origin_address,
        spark_for=spark_for,
        view_functions=current_app.view_functions,
        **values,
    )
    return page, status


def as_html(text: str) -> Markup:
    """Give a text of a plan as HTML, with its headings below those of the page."""
    return Markup(render_markdown(text, top_heading=5))  # noqa: S704 - sanitised by render_markdown


def address_if_there(endpoint: str, **arguments: Any) -> str | None:
    """Give the address of a page, or None where there is no such page."""
    return url_for(endpoint, **arguments) if endpoint in current_app.view_functions else None


def _origin_address(origin: Origin) -> str | None:
    return address_if_there(
        "plans.origin", session_id=origin.session_id, kind=origin.kind, thing_id=origin.id
    ) or address_if_there("plans.take_home", session_id=origin.session_id)


def _ways(facts: PlanFacts, standing: Standing) -> list[tuple[str, str]]:
    """Give where one goes from here, as far as the pages are there."""
    wanted = [
        (gettext("Work on it"), "plans.plan") if standing.in_team else None,
        (gettext("Sign-off, money and partners"), "plans.more") if standing.in_team else None,
        (gettext("Versions"), "plans.versions"),
        (gettext("Storyboard"), "plans.storyboard"),
    ]
    found = [(words, address_if_there(page, plan_id=facts.id)) for words, page in filter(None, wanted)]
    return [(words, address) for words, address in found if address]
