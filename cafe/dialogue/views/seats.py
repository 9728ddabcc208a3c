"""The organisers' page of seats as they are; one person is moved, two change places, a pin is lifted."""

from __future__ import annotations

import time
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.db import db
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.forms import MoveForm, SwapForm
from cafe.dialogue.lists import person_called
from cafe.dialogue.measured import impossible_now, measure_now
from cafe.dialogue.offers import newest
from cafe.dialogue.preview import Seating, TableSeats, present_seating
from cafe.dialogue.shape import Expected
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of
from cafe.i18n import lazy
from cafe.inputs import choice
from cafe.site.page import calmly

MOST_SEED = 1_000_000


@dialogue.get("/cafe/<session_id>/seats")
def seats(session_id: str) -> ResponseReturnValue:
    """Show the seats as they are, with what they achieve."""
    facts = facts_of(session_id)
    return seats_page(facts, seating_now(facts))


def seating_now(facts: PrepareFacts) -> Seating:
    """Read the seats as they are."""
    time.sleep(0)
    with db.sessionmaker() as session:
        return present_seating(session, facts.session_id, facts.people)


def seats_page(
    facts: PrepareFacts, seating: Seating, *, status: int = 200, **typed: Any
) -> ResponseReturnValue:
    """Show the seats, with what was typed and what was refused."""
    with db.sessionmaker() as session:
        found = measure_now(session, facts.session_id, seating) if seating.at else None
        waiting = newest(session, facts.session_id)
    time.sleep(0)  # with thousands of people each of these takes a while in which others wait
    with db.sessionmaker() as session:
        impossible = impossible_now(session, facts.session_id) if facts.people else []
    number = round_shown(seating)
    shown = {"move_form": _move_form(seating, new=True), "swap_form": None, "problems": ()}
    return calmly(
        "dialogue/seats.html",
        facts=facts,
        seating=seating,
        found=found,
        waiting=waiting,
        impossible=impossible,
        round_shown=number,
        tables=seating.tables_in(number) if seating.at else (),
        some_here=any(person.here for person in facts.people),
        steps=cafe_urls(facts.session_id),
        here="prepare",
        **{**shown, **typed},
    ), status


def round_shown(seating: Seating) -> int:
    """Give the round that is asked for, else the first that has not ended."""
    first = seating.room.rounds_left[0] if seating.room.rounds_left else 1
    number = whole_number(request.values.get("round"), first)
    return max(1, min(number, len(seating.room.rounds)))


def whole_number(text: str | None, otherwise: int) -> int:
    """Read a number from an address, within what a seed may be."""
    number = int(text) if text and text.isascii() and text.isdigit() else otherwise
    return min(MOST_SEED, max(1, number))


def _move_form(seating: Seating, *, new: bool = False) -> MoveForm:
    form = MoveForm(formdata=None, round=round_shown(seating)) if new else MoveForm()
    rounds = [choice(number, lazy("Round %(number)s", number=number)) for number in seating.room.rounds_left]
    tables = [
        choice(key, lazy("Table %(number)s", number=number)) for key, number, _seats in seating.room.tables
    ]
    form.offer(rounds, tables)
    return form


@dialogue.post("/cafe/<session_id>/seats/move")
def move_by_hand(session_id: str) -> ResponseReturnValue:
    """Seat one person by hand; later plans keep it. A full table offers that somebody changes places."""
    facts = facts_of(session_id)
    seating = seating_now(facts)
    form = _move_form(seating)
    swap = None
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
                return _back(session_id, form.round.data)
            swap = _swap_form(seating, person, form.round.data, form.table_id.data)
    return seats_page(facts, seating, move_form=form, swap_form=swap, status=400)


def _back(session_id: str, number: int | None) -> ResponseReturnValue:
    return redirect(url_for(".seats", session_id=session_id, round=number))


def _swap_form(seating: Seating, person: Expected, number: int, table_id: str) -> SwapForm | None:
    """Offer whom somebody could change places with at a full table, where they have a place to give."""
    table = _full(seating, number, table_id)
    if table is None or (person.id, number) not in seating.at:
        return None
    form = SwapForm(formdata=None, round=number, attendee_id=person.id)
    form.offer(person, table.number, [sitter.person for sitter in table.sitters])
    return form


def _full(seating: Seating, number: int, table_id: str) -> TableSeats | None:
    tables = seating.tables_in(number)
    return next((t for t in tables if t.id == table_id and len(t.sitters) >= t.seats), None)


@dialogue.post("/cafe/<session_id>/seats/swap")
def swap(session_id: str) -> ResponseReturnValue:
    """Let two people change places in a round."""
    facts, form = facts_of(session_id), FlaskForm()
    number = whole_number(request.form.get("round"), 1)
    one, other = (facts.person(request.form.get(name)) for name in ("attendee_id", "other_id"))
    if one is not None and other is not None:
        data = {
            "session_id": session_id,
            "round": number,
            "attendee_id": one.id,
            "other_id": other.id,
        }
        if ask(form, ("swap_seats", data)):
            flash(gettext("%(one)s and %(other)s have changed places.", one=one.name, other=other.name))
            return _back(session_id, number)
    return seats_page(facts, seating_now(facts), problems=form.form_errors, status=409)


@dialogue.post("/cafe/<session_id>/seats/unpin")
def unpin(session_id: str) -> ResponseReturnValue:
    """Let a seat that was set by hand be planned like any other; nobody moves now."""
    facts, form = facts_of(session_id), FlaskForm()
    person = facts.person(request.form.get("attendee_id"))
    number = whole_number(request.form.get("round"), 1)
    if person is not None:
        data = {"session_id": session_id, "attendee_id": person.id, "round": number, "pinned": False}
        if ask(form, ("pin_seat", data)):
            flash(gettext("The next plan may seat %(name)s elsewhere. Nobody has moved.", name=person.name))
            return _back(session_id, number)
    return seats_page(facts, seating_now(facts), problems=form.form_errors, status=409)
