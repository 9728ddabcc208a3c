"""The organisers' page before the session: its shape, its topics and questions."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.db import db
from cafe.dialogue.advice import advice_on
from cafe.dialogue.commands.session import Mode, TopicDraft
from cafe.dialogue.facts import PrepareFacts, prepare_facts
from cafe.dialogue.forms import MannerForm, NewSessionForm, ShapeForm
from cafe.dialogue.lists import round_rows, table_rows, topic_rows
from cafe.dialogue.modes import TOPIC_MODES
from cafe.dialogue.shape import (
    deal_topics,
    rounds_drafted,
    tables_drafted,
    tables_for,
)
from cafe.dialogue.views.asking import Wanted, ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.words import MODES
from cafe.gatherings.facts import gathering_facts

USUAL_SEATS = 6
USUAL_PEOPLE = 24


@dialogue.route("/gatherings/<gathering_id>/cafe", methods=["GET", "POST"])
def new(gathering_id: str) -> ResponseReturnValue:
    """Begin a session with good defaults, ready to be planned."""
    form = NewSessionForm()
    with db.sessionmaker() as session:
        facts = gathering_facts(session, gathering_id)
    if form.validate_on_submit() and ask(form, *_begun(gathering_id, form), first_id=str(form.id.data)):
        return redirect(url_for(".prepare", session_id=form.id.data))
    if not form.is_submitted():
        form.people.data = len(facts.people) or USUAL_PEOPLE
        form.title.data = gettext("Café dialogue")
    status = 400 if form.is_submitted() else 200
    return render_template("dialogue/new.html", form=form, facts=facts, modes=MODES), status


def _begun(gathering_id: str, form: NewSessionForm) -> list[Wanted]:
    session_id, mode = form.id.data, Mode(form.mode.data)
    topics = [TopicDraft(title=title) for title in form.titles()] if mode in TOPIC_MODES else []
    count = tables_for(form.people.number, USUAL_SEATS, len(topics))
    here = {"session_id": session_id}
    wanted: list[Wanted] = [
        (
            "create_session",
            {
                "gathering_id": gathering_id,
                "new_session_id": session_id,
                "title": form.title.data,
                "mode": mode,
            },
        ),
    ]
    if topics:
        wanted.append(("set_topics", here | {"topics": topics}))
    if form.question.data and mode not in TOPIC_MODES:
        wanted.append(("change_session", here | {"question": form.question.data}))
    return [*wanted, ("set_tables", here | {"tables": tables_drafted((), count, USUAL_SEATS, topics)})]


def facts_of(session_id: str) -> PrepareFacts:
    """Read a session as it is prepared. Raises NotFound."""
    with db.sessionmaker() as session:
        return prepare_facts(session, session_id)


@dialogue.get("/cafe/<session_id>/prepare")
def prepare(session_id: str) -> ResponseReturnValue:
    """Show how a session is prepared, as a sentence and what belongs to it."""
    return prepare_page(facts_of(session_id))


def prepare_page(facts: PrepareFacts, *, status: int = 200, **typed: Any) -> ResponseReturnValue:
    """Show the page of preparation, with what was typed into one of its forms."""
    shown = {
        "shape_form": ShapeForm(formdata=None, **_as_sentence(facts)),
        "manner_form": MannerForm(
            formdata=None,
            title=facts.title,
            mode=facts.shape.mode.value,
            question=facts.shape.question,
            home_table_last=facts.home_table_last,
        ),
        "topic_rows": topic_rows(facts, None),
        "round_rows": round_rows(facts, None),
        "table_rows": table_rows(facts, None, suggest=bool(request.args.get("suggest"))),
        "suggested": bool(request.args.get("suggest")),
        "problems": (),
        "open_part": None,
    }
    return render_template(
        "dialogue/prepare.html",
        facts=facts,
        advice=advice_on(facts.shape),
        modes=MODES,
        steps=cafe_urls(facts.session_id),
        here="prepare",
        **{**shown, **typed},
    ), status


def _as_sentence(facts: PrepareFacts) -> dict[str, int]:
    shape = facts.shape
    return {
        "rounds": len(shape.rounds),
        "minutes": shape.minutes,
        "tables": len(shape.tables) or tables_for(shape.people or USUAL_PEOPLE, shape.seats),
        "seats": shape.usual_seats,
        "switch": shape.switch_minutes,
    }


def saved(session_id: str, part: str) -> ResponseReturnValue:
    """Go back to the page, to the part that was saved."""
    flash(gettext("Saved."))
    return redirect(url_for(".prepare", session_id=session_id, _anchor=part))


@dialogue.post("/cafe/<session_id>/prepare/shape")
def save_shape(session_id: str) -> ResponseReturnValue:
    """Save the sentence: how many rounds, how long, how many tables, how many seats."""
    facts, form = facts_of(session_id), ShapeForm()
    if form.validate_on_submit() and ask(form, *_shaped(facts, form)):
        return saved(session_id, "sentence")
    return prepare_page(facts, shape_form=form, status=400)


def _shaped(facts: PrepareFacts, form: ShapeForm) -> list[Wanted]:
    shape, here = facts.shape, {"session_id": facts.session_id}
    wanted: list[Wanted] = [
        ("change_session", here | {"seats": form.seats.number, "switch_minutes": form.switch.number})
    ]
    # Rounds of different lengths stay so, unless the length in the sentence was changed.
    if (form.rounds.number, form.minutes.number) != (len(shape.rounds), shape.minutes):
        minutes = form.minutes.number
        drafts = rounds_drafted(shape.rounds, form.rounds.number, minutes, begun=facts.begun)
        if minutes == shape.minutes:
            drafts = (*shape.rounds, *drafts[len(shape.rounds) :])[: form.rounds.number]
        wanted.append(("set_rounds", here | {"rounds": drafts}))
    tables = tables_drafted(shape.tables, form.tables.number, form.seats.number, shape.topics)
    usual = shape.usual_seats
    if form.seats.number != usual:  # tables with a size of their own keep it
        resized = {"seats": form.seats.number}
        tables = tuple(
            table.model_copy(update=resized) if table.seats == usual else table for table in tables
        )
    if tables != shape.tables:
        wanted.append(("set_tables", here | {"tables": tables}))
    return wanted


@dialogue.post("/cafe/<session_id>/prepare/manner")
def save_manner(session_id: str) -> ResponseReturnValue:
    """Save what the session is called and how people move."""
    facts, form = facts_of(session_id), MannerForm()
    if form.validate_on_submit() and ask(form, *_mannered(facts, form)):
        return saved(session_id, "manner")
    return prepare_page(facts, manner_form=form, open_part="manner", status=400)


def _mannered(facts: PrepareFacts, form: MannerForm) -> list[Wanted]:
    mode, shape, here = Mode(form.mode.data), facts.shape, {"session_id": facts.session_id}
    changed = {
        "title": form.title.data,
        "mode": mode,
        "question": form.question.data or "",
        "home_table_last": form.home_table_last.data,
    }
    wanted: list[Wanted] = [("change_session", here | changed)]
    if mode is shape.mode or not shape.tables:
        return wanted
    return [*wanted, ("set_tables", here | {"tables": deal_topics(shape.tables, shape.topics)})]
