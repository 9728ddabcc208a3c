"""The organisers' page of seats: a plan is looked at before it is used, and one person is moved by hand."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.db import db
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.forms import MoveForm
from cafe.dialogue.lists import person_called
from cafe.dialogue.preview import Seating, present_seating, proposed_seating
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of
from cafe.errors import SafeError
from cafe.i18n import lazy
from cafe.inputs import choice, tell

MOST_SEED = 1_000_000


@dialogue.get("/cafe/<session_id>/seats")
def seats(session_id: str) -> ResponseReturnValue:
    """Show the seats as they are; or, when asked or while there are none, as a plan would set them."""
    facts = facts_of(session_id)
    form = FlaskForm()
    wanted = request.args.get("plan")
    try:
        if wanted or not facts.planned:
            seating = _proposed(facts, only_arrived=wanted == "here", seed=_seed(request.args.get("seed")))
            return seats_page(facts, seating, proposal=wanted or "all")
    except SafeError as error:
        tell(form, error)
        return seats_page(facts, _present(facts), problems=form.form_errors, status=error.status)
    return seats_page(facts, _present(facts))


def _seed(text: str | None) -> int:
    number = int(text) if text and text.isascii() and text.isdigit() else 1
    return min(MOST_SEED, max(1, number))


def _proposed(facts: PrepareFacts, *, only_arrived: bool, seed: int) -> Seating:
    with db.sessionmaker() as session:
        return proposed_seating(session, facts.session_id, only_arrived=only_arrived, seed=seed)


def _present(facts: PrepareFacts) -> Seating:
    with db.sessionmaker() as session:
        return present_seating(session, facts.session_id)


def seats_page(
    facts: PrepareFacts, seating: Seating, *, status: int = 200, proposal: str = "", **typed: Any
) -> ResponseReturnValue:
    """Show a seating, with what was typed and what was refused."""
    shown = {"move_form": _move_form(seating, new=True), "problems": ()}
    return render_template(
        "dialogue/seats.html",
        facts=facts,
        seating=seating,
        proposal=proposal,
        round_shown=_round_shown(seating),
        some_here=any(person.here for person in facts.people),
        steps=cafe_urls(facts.session_id),
        here="prepare",
        **{**shown, **typed},
    ), status


def _round_shown(seating: Seating) -> int:
    number = _seed(request.values.get("round"))
    return min(number, len(seating.rounds))


def _move_form(seating: Seating, *, new: bool = False) -> MoveForm:
    form = MoveForm(formdata=None, round=_round_shown(seating)) if new else MoveForm()
    rounds = [choice(number, lazy("Round %(number)s", number=number)) for number in seating.rounds_left]
    tables = [
        choice(table.id, lazy("Table %(number)s", number=table.number))
        for table in (seating.rounds[0] if seating.rounds else ())
    ]
    form.offer(rounds, tables)
    return form


@dialogue.post("/cafe/<session_id>/seats")
def apply_seats(session_id: str) -> ResponseReturnValue:
    """Apply the plan that was looked at: the same seed gives the same seats."""
    facts, form = facts_of(session_id), FlaskForm()
    data = {
        "session_id": session_id,
        "only_arrived": request.form.get("plan") == "here",
        "seed": _seed(request.form.get("seed")),
    }
    if not ask(form, ("plan_seats", data)):
        return seats_page(facts, _present(facts), problems=form.form_errors, status=409)
    flash(gettext("The seats are set. Everyone sees their own on the phone."))
    return redirect(url_for(".seats", session_id=session_id))


@dialogue.post("/cafe/<session_id>/seats/move")
def move_by_hand(session_id: str) -> ResponseReturnValue:
    """Seat one person by hand; later plans keep it."""
    facts = facts_of(session_id)
    seating = _present(facts)
    form = _move_form(seating)
    if form.validate_on_submit():
        person = person_called(facts.people, str(form.person.data))
        if person is None:
            form.person.errors = [lazy("Nobody on the list is called that. Choose a name from the list.")]
        else:
            data = {
                "session_id": session_id,
                "attendee_id": person.id,
                "round": form.round.data,
                "table_id": form.table_id.data or None,
            }
            if ask(form, ("move_seat", data)):
                flash(gettext("%(name)s has been moved.", name=person.name))
                return redirect(url_for(".seats", session_id=session_id, round=form.round.data))
    return seats_page(facts, seating, move_form=form, status=400)
