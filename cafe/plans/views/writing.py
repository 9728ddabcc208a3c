"""Writing texts by plain forms: what was not changed is not sent, what two wrote at once is merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import flash
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.db import db
from cafe.dialogue.views.asking import Wanted, ask
from cafe.plans.queries.life import TextNow, texts_about


def as_typed(texts: Mapping[str, TextNow], fields: Iterable[str]) -> dict[str, Any]:
    """Give the texts, and the versions an edit starts from, as a form takes them."""
    now = {name: texts.get(name, TextNow()) for name in fields}
    return {
        **{name: text.text for name, text in now.items()},
        **{f"{name}_version": text.version for name, text in now.items()},
    }


def changed_texts(form: FlaskForm, plan_id: str, about_id: str, fields: Iterable[str]) -> list[Wanted]:
    """Give what a form asks to be written: the texts that are other than those that stand."""
    with db.sessionmaker() as session:
        texts = texts_about(session, plan_id, about_id)
    wanted: list[Wanted] = []
    for name in fields:
        typed, now = form[name].data or "", texts.get(name, TextNow())
        if typed != now.text:
            base = min(form[f"{name}_version"].data or 0, now.version)
            about = {"plan_id": plan_id, "about_id": about_id, "field": name}
            wanted.append(("write_text", {**about, "base_version": base, "text": typed}))
    return wanted


def write(form: FlaskForm, *wanted: Wanted, done: str) -> bool:
    """Do what a form asks, and say that it is done, and whether somebody else wrote at the same time."""
    before = _met(wanted)
    if not ask(form, *wanted):
        return False
    flash(done)
    if _met(wanted) - before:
        flash(gettext("Somebody else wrote at the same time. Both are in the text now; look it over."))
    return True


def _met(wanted: Iterable[Wanted]) -> set[tuple[str, str, int]]:
    """Tell in which of the texts, as they stand, two have met."""
    found = set()
    with db.sessionmaker() as session:
        for name, data in wanted:
            if name == "write_text":
                texts = texts_about(session, data["plan_id"], data["about_id"])
                now = texts.get(data["field"], TextNow())
                if now.met:
                    found.add((data["about_id"], data["field"], now.version))
    return found


def told(form: FlaskForm) -> str:
    """Give all that is to be mended in a form, as one line."""
    messages = [str(message) for errors in form.errors.values() for message in errors]
    return " ".join(messages)
