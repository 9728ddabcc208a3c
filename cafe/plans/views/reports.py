"""The page of a status report: its team writes it, and everybody of the network reads it then."""

from __future__ import annotations

from typing import Any

from flask import current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal, gettext
from flask_wtf import FlaskForm
from markupsafe import Markup

from cafe.days import said_days
from cafe.db import db
from cafe.dialogue.views.asking import ask
from cafe.errors import BadInput
from cafe.gatherings.agenda import returns
from cafe.i18n import lazy
from cafe.live.audience import Wish, audience_of
from cafe.markdown import render_markdown
from cafe.network.navigation import Entry, TeamNav, team_entries, team_nav
from cafe.people.identity import actor_of_request
from cafe.plans.addresses import plan_address
from cafe.plans.filling_words import PARTS, proposals
from cafe.plans.queries.report_pages import ReportPage, known_for, report_arguments, report_page
from cafe.plans.report_scale import SCALE, gap_in_words
from cafe.plans.returning_words import help_returns, measures_return, reports_return
from cafe.plans.views.blueprint import plans
from cafe.site.page import live_page
from cafe.site.start import start_of

team_entries.append(
    Entry(label=lazy("Report"), endpoint="plans.report", place=50, arguments=report_arguments)
)
returns.extend((measures_return, help_returns, reports_return))


@plans.get("/plans/<plan_id>/reports/<gathering_id>")
def report(plan_id: str, gathering_id: str) -> ResponseReturnValue:
    """Show a report: to write, while it is the team's draft, else to read."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        page = report_page(session, actor, plan_id, gathering_id)
        navigation = team_nav(session, actor, page.team_id, "plans.report")
    if page.in_team and not page.is_handed_in:
        return _to_write(page, navigation)
    return render_template(
        "plans/report_read.html",
        report=page,
        team_nav=navigation,
        days=said_days(page.starts_on, page.ends_on),
        parts=[(PARTS[name][0], _as_html(page.texts[name])) for name in PARTS if name in page.texts],
        scale=SCALE,
        said=said_value,
        agenda=_agenda(gathering_id),
        measures=[(plan_address(plan_id, f"measure-{key}"), title) for key, title in page.measures.items()],
        gap=gap_in_words(page.scores.get("team"), page.scores.get("organisers")),
        form=FlaskForm(),
    )


def said_value(value: float) -> str:
    """Write a score as people of the reader's language write numbers."""
    return str(format_decimal(value, "0.0"))


def _agenda(gathering_id: str) -> str | None:
    if "gatherings.agenda" not in current_app.view_functions:
        return None
    return url_for("gatherings.agenda", gathering_id=gathering_id)


def _as_html(text: str) -> Markup:
    return Markup(render_markdown(text, top_heading=3))  # noqa: S704 - sanitised by render_markdown


def _to_write(page: ReportPage, navigation: TeamNav) -> ResponseReturnValue:
    actor = actor_of_request()
    wish = Wish(stream_id=page.plan_id, capacity="team")
    with db.sessionmaker() as session:
        audience = audience_of(session, actor, wish)
        known = known_for(session, actor, page.plan_id, page.gathering_id)
    block = {
        **start_of(wish, audience, [str(actor.user_id)]),
        "rows_at": url_for(".rows", plan_id=page.plan_id),
        "report_id": page.report_id,
        "gathering_id": page.gathering_id,
        "parts": [
            {"field": name, "title": str(title), "asks": str(asks)} for name, (title, asks) in PARTS.items()
        ],
        "known": proposals(known),
        "scale": [{"value": value, "words": str(words)} for value, words in SCALE.items()],
        "plan_is_draft": page.plan_is_draft,
        "was_handed_in": page.was_handed_in,
        "urls": _addresses(page),
    }
    return live_page(
        "plans/report.html",
        "js/report/page.js",
        page=block,
        report=page,
        days=said_days(page.starts_on, page.ends_on),
        team_nav=navigation,
    )


def _addresses(page: ReportPage) -> dict[str, str]:
    both: dict[str, Any] = {"plan_id": page.plan_id, "gathering_id": page.gathering_id}
    return {"known": url_for(".report_known", **both), "read": url_for(".report", **both)}


@plans.get("/plans/<plan_id>/reports/<gathering_id>/known")
def report_known(plan_id: str, gathering_id: str) -> ResponseReturnValue:
    """Tell the team's page what is known for each part, in the reader's language."""
    with db.sessionmaker() as session:
        return jsonify(proposals(known_for(session, actor_of_request(), plan_id, gathering_id)))


@plans.post("/plans/<plan_id>/reports/<gathering_id>/reopen")
def reopen_report(plan_id: str, gathering_id: str) -> ResponseReturnValue:
    """Take a report back to go on writing."""
    data = _about(plan_id, gathering_id)
    _do("reopen_report", data, gettext("Others do not read the report while you write on."))
    return redirect(url_for(".report", plan_id=plan_id, gathering_id=gathering_id))


@plans.post("/plans/<plan_id>/reports/<gathering_id>/score")
def score_report(plan_id: str, gathering_id: str) -> ResponseReturnValue:
    """Keep where the team sees itself, or the organisers the team."""
    name = "give_score" if request.form.get("by") == "organisers" else "set_score"
    typed = request.form.get("value")
    if typed is None:
        raise BadInput  # left out is not taken back
    data = {**_about(plan_id, gathering_id), "value": typed or None}
    _do(name, data, gettext("Saved."))
    return redirect(url_for(".report", plan_id=plan_id, gathering_id=gathering_id, _anchor="scores"))


def _about(plan_id: str, gathering_id: str) -> dict[str, Any]:
    with db.sessionmaker() as session:
        page = report_page(session, actor_of_request(), plan_id, gathering_id)
    return {"plan_id": plan_id, "report_id": page.report_id}


def _do(name: str, data: dict[str, Any], done: str) -> None:
    form = FlaskForm()
    flash(done if ask(form, (name, data)) else " ".join(str(error) for error in form.form_errors))
