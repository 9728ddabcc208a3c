"""A plan of seats to look at: asked for, waited for, chosen from, and used or put away."""

from __future__ import annotations

import time

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.actions.seating import not_enough
from cafe.dialogue.commands.proposals import Approach, Progress
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.offers import Asked, asked_for, offers_of
from cafe.dialogue.planning import planning
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of
from cafe.dialogue.views.seats import round_shown, seating_now, seats_page, whole_number
from cafe.errors import NotFound, SafeError
from cafe.i18n import Message, lazy
from cafe.inputs import tell
from cafe.people.identity import actor_of_request
from cafe.perform import parse, perform
from cafe.site.page import calmly

PATIENCE = 1.5  # seconds that a page waits for its plan; most halls have one by then
MOST_NAMED = 40  # changes that are listed by name; the rest is seen at the tables


@dialogue.post("/cafe/<session_id>/seats/plan")
def propose(session_id: str) -> ResponseReturnValue:
    """Ask for a plan, and show it if it is there in a moment."""
    form, key = FlaskForm(), new_key()
    data = {
        "session_id": session_id,
        "new_proposal_id": key,
        "approach": request.form.get("approach", Approach.ANEW),
        "only_arrived": request.form.get("who") == "here",
        "seed": whole_number(request.form.get("seed"), 1),
    }
    if not ask(form, ("propose_seats", data)):
        facts = facts_of(session_id)
        return seats_page(facts, seating_now(facts), problems=form.form_errors, status=409)
    planning.wait_for(key, PATIENCE)
    return redirect(url_for(".proposal", session_id=session_id, proposal_id=key))


@dialogue.get("/cafe/<session_id>/seats/plan/<proposal_id>")
def proposal(session_id: str, proposal_id: str) -> ResponseReturnValue:
    """Show a plan: how far it is, or the ways to choose from."""
    try:
        asked = _asked(session_id, proposal_id)
    except NotFound:
        flash(gettext("The plan has been used or put away. These are the seats as they are."))
        return redirect(url_for(".seats", session_id=session_id))
    facts = facts_of(session_id)
    if asked.state is Progress.READY:
        return _offers_page(facts, asked)
    return render_template(
        "dialogue/planning.html",
        facts=facts,
        asked=asked,
        said=_said(asked),
        why=_why(asked),
        steps=cafe_urls(session_id),
        here="prepare",
    )


def _asked(session_id: str, proposal_id: str) -> Asked:
    with db.sessionmaker() as session:
        return asked_for(session, session_id, proposal_id)


def _offers_page(facts: PrepareFacts, asked: Asked) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        offers = offers_of(session, facts.session_id, asked.id, facts.people)
    time.sleep(0)  # with thousands of people each of these takes a while in which others wait
    chosen = offers.of(request.values.get("way"))
    number = round_shown(chosen.seating)
    return calmly(
        "dialogue/proposal.html",
        facts=facts,
        asked=asked,
        offers=offers.offers,
        chosen=chosen,
        seating=chosen.seating,
        round_shown=number,
        tables=chosen.seating.tables_in(number),
        moves=chosen.seating.moves[:MOST_NAMED],
        some_here=any(person.here for person in facts.people),
        steps=cafe_urls(facts.session_id),
        here="prepare",
    )


def _said(asked: Asked) -> str:
    """Say how far a plan is."""
    if asked.progress == 0:
        return str(gettext("Beginning …"))
    return str(gettext("%(percent)s %% of the search is done", percent=asked.progress))


def _why(asked: Asked) -> Message:
    """Say why there is no plan."""
    problem = asked.problem
    if problem:
        return not_enough(problem["round"], problem["needed"], problem["available"])
    return lazy("The server was started again meanwhile, or something went wrong on our side.")


@dialogue.get("/cafe/<session_id>/seats/plan/<proposal_id>/progress")
def plan_progress(session_id: str, proposal_id: str) -> ResponseReturnValue:
    """Tell the page how far its plan is."""
    asked = _asked(session_id, proposal_id)
    return jsonify(state=asked.state, progress=asked.progress, said=_said(asked))


@dialogue.post("/cafe/<session_id>/seats/plan/<proposal_id>/cancel")
def cancel_plan(session_id: str, proposal_id: str) -> ResponseReturnValue:
    """Stop a plan, or put it away; the seats stay as they are."""
    if ask(FlaskForm(), ("cancel_proposal", {"session_id": session_id, "proposal_id": proposal_id})):
        flash(gettext("The plan is put away. Nobody has moved."))
    return redirect(url_for(".seats", session_id=session_id))


@dialogue.post("/cafe/<session_id>/seats/plan/<proposal_id>/use")
def use_plan(session_id: str, proposal_id: str) -> ResponseReturnValue:
    """Give everybody the seats that were looked at."""
    form = FlaskForm()
    data = {
        "session_id": session_id,
        "proposal_id": proposal_id,
        "way": request.form.get("way"),
    }
    try:
        answer = perform(actor_of_request(), parse("use_proposal", new_key(), data))
    except SafeError as error:
        tell(form, error)
        facts = facts_of(session_id)
        return seats_page(facts, seating_now(facts), problems=form.form_errors, status=error.status)
    flash(_used(answer.result["moved"]))
    return redirect(url_for(".seats", session_id=session_id))


def _used(moved: int) -> str:
    if not moved:
        return str(gettext("The seats are set. Everyone sees their own on the phone."))
    return str(
        ngettext(
            "The seats are set. %(num)s person has another seat than before, and sees it on the phone.",
            "The seats are set. %(num)s people have another seat than before, and see it on their phones.",
            moved,
        )
    )
