"""Measurements out as a file, and in again: what each line would do is shown before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, ngettext

from cafe.db import db, unit_of_work
from cafe.errors import BadInput, SafeError
from cafe.i18n import DEFAULT_LANGUAGE, lazy
from cafe.inputs import tell
from cafe.people.identity import actor_of_request
from cafe.plans.facts import IndicatorFacts
from cafe.plans.indicator_around import around
from cafe.plans.indicator_forms import FileForm
from cafe.plans.measurement_file import Written, as_file, read_lines, text_of
from cafe.plans.measurement_words import DIALECTS
from cafe.plans.queries.indicators import indicator_facts, indicators_of
from cafe.plans.taking_in import Preview, previewed, take_in
from cafe.plans.views.blueprint import plans
from cafe.plans.views.indicators import page, this_day

EMPTY = lazy("There is nothing here yet. Choose a file or paste its lines.")


@plans.get("/plans/<plan_id>/measurements.csv")
def all_measurements(plan_id: str) -> ResponseReturnValue:
    """Give the measurements of all indicators of a plan as a file."""
    with db.sessionmaker() as session:
        return _file(
            indicators_of(session, plan_id),
            around(session, actor_of_request(), plan_id).plan.title,
            several=True,
        )


@plans.get("/plans/<plan_id>/indicators/<indicator_id>/measurements.csv")
def measurements(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Give the measurements of an indicator as a file."""
    with db.sessionmaker() as session:
        facts = indicator_facts(session, plan_id, indicator_id)
    return _file([facts], facts.title, several=False)


def _file(found: Sequence[IndicatorFacts], title: str, *, several: bool) -> Response:
    dialect = DIALECTS.get(str(get_locale()), DIALECTS[DEFAULT_LANGUAGE])
    lines = (
        Written(
            taken_on=each.taken_on,
            value=each.value,
            words=each.words,
            indicator=facts.title,
            indicator_id=facts.id,
        )
        for facts in found
        for each in facts.measurements
    )
    answer = Response(as_file(lines, dialect, several=several), mimetype="text/csv")
    name = re.sub(r"\W+", "-", title.casefold()).strip("-")[:60] or "measurements"
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return answer


@plans.route("/plans/<plan_id>/indicators/file", methods=["GET", "POST"])
def take_in_all(plan_id: str) -> ResponseReturnValue:
    """Take in a file with measurements of several indicators."""
    with db.sessionmaker() as session:
        found = indicators_of(session, plan_id)
    return _page(plan_id, found, None)


@plans.route("/plans/<plan_id>/indicators/<indicator_id>/file", methods=["GET", "POST"])
def take_in_one(plan_id: str, indicator_id: str) -> ResponseReturnValue:
    """Take in a file with measurements of one indicator."""
    with db.sessionmaker() as session:
        facts = indicator_facts(session, plan_id, indicator_id)
    return _page(plan_id, [facts], facts)


def _page(plan_id: str, found: Sequence[IndicatorFacts], facts: IndicatorFacts | None) -> ResponseReturnValue:
    form = FileForm()
    preview = None
    status = 200
    if form.validate_on_submit():
        try:
            form.text.data = _given(form)
            preview = previewed(read_lines(form.text.data), found, this_day() + timedelta(days=1))
            if preview.taken and _is_told(preview):
                return _taken_in(plan_id, facts, preview, str(form.id.data))
        except SafeError as error:
            tell(form, error)
            status = error.status
    with db.sessionmaker() as session:
        here = around(session, actor_of_request(), plan_id)
    values: dict[str, Any] = {"form": form, "facts": facts, "preview": preview}
    return page("plans/measurement_file.html", here, **values), status


def _given(form: FileForm) -> str:
    upload = form.file.data
    text = text_of(upload.read()) if upload else form.text.data or ""
    if not text.strip():
        raise BadInput(EMPTY, field="text")
    return text


def _is_told(preview: Preview) -> bool:
    """Tell whether to take in what was shown: the same lines with the same effect, and no other."""
    wanted = request.form.get("do")
    complete = not preview.of("refused")
    return request.form.get("seen") == preview.mark and (
        wanted == "without" or (wanted == "all" and complete)
    )


def _taken_in(
    plan_id: str, facts: IndicatorFacts | None, preview: Preview, command_id: str
) -> ResponseReturnValue:
    with unit_of_work() as session:
        count = take_in(session, actor_of_request(), plan_id, preview, command_id)
    flash(ngettext("%(num)s measurement is taken in.", "%(num)s measurements are taken in.", count))
    if facts is None:
        return redirect(url_for(".indicators", plan_id=plan_id))
    return redirect(url_for(".indicator", plan_id=plan_id, indicator_id=facts.id))
