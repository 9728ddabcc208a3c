"""The organisers' page of wishes: what the seating should heed, said, taken back, and brought again."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask import session as browser
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.db import db
from cafe.dialogue.commands.wishes import ABOUT_A_TOPIC, ABOUT_TWO
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.forms import WishForm
from cafe.dialogue.lists import person_called
from cafe.dialogue.shape import Expected
from cafe.dialogue.views.asking import Wanted, ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of
from cafe.dialogue.wish_list import WishList, wish_list
from cafe.dialogue.wish_words import WISHES
from cafe.i18n import lazy
from cafe.inputs import MISSING, choice

# Where the browser keeps what was taken back last, so that one tap brings it again.
TAKEN_BACK = "wish_taken_back"


@dialogue.get("/cafe/<session_id>/wishes")
def wishes(session_id: str) -> ResponseReturnValue:
    """Show all wishes, what of them cannot be met, and a form for one more."""
    facts = facts_of(session_id)
    listed = _listed(session_id)
    return wishes_page(facts, listed, _form(facts, listed, new=True))


def wishes_page(
    facts: PrepareFacts, listed: WishList, form: WishForm, *, status: int = 200, **shown: Any
) -> ResponseReturnValue:
    """Show the page, with what was typed and what was refused."""
    undo = browser.get(TAKEN_BACK, {}) if request.args.get("taken") else {}
    return render_template(
        "dialogue/wishes.html",
        facts=facts,
        listed=listed,
        form=form,
        words=WISHES,
        undo=undo if undo.get("session_id") == facts.session_id else None,
        steps=cafe_urls(facts.session_id),
        here="prepare",
        **{"problems": (), **shown},
    ), status


def _listed(session_id: str) -> WishList:
    with db.sessionmaker() as session:
        return wish_list(session, session_id)


def _form(facts: PrepareFacts, listed: WishList, *, new: bool = False) -> WishForm:
    form = WishForm(formdata=None) if new else WishForm()
    topics = [choice(topic.id, topic.title) for topic in facts.shape.topics]
    rounds = [choice(number, lazy("Round %(number)s", number=number)) for number in listed.rounds_left]
    form.offer(topics, rounds)
    return form


@dialogue.post("/cafe/<session_id>/wishes")
def add_wish(session_id: str) -> ResponseReturnValue:
    """State a wish, or let somebody sit out a round."""
    facts = facts_of(session_id)
    listed = _listed(session_id)
    form = _form(facts, listed)
    if form.validate_on_submit() and (wanted := _typed(facts, form)) and ask(form, wanted):
        flash(gettext("Noted. Every plan from now on heeds it."))
        return redirect(url_for(".wishes", session_id=session_id))
    return wishes_page(facts, listed, form, status=400)


def _typed(facts: PrepareFacts, form: WishForm) -> Wanted | None:
    """Read what was typed, by its kind; None when something has to be mended, told beside it."""
    kind = form.kind.data
    person = _named(facts, form.person)
    other = _named(facts, form.other) if kind in ABOUT_TWO else None
    if person is None or (kind in ABOUT_TWO and other is None):
        return None
    about = {"session_id": facts.session_id, "attendee_id": person.id}
    if kind == "sits_out":
        return "sit_out_for", about | {"round": form.round.data, "out": True}
    topic_id = form.topic_id.data if kind in ABOUT_A_TOPIC else None
    return "add_wish", about | {"kind": kind, "other_id": other.id if other else None, "topic_id": topic_id}


def _named(facts: PrepareFacts, field: Any) -> Expected | None:
    person = person_called(facts.people, str(field.data or ""))
    if person is None:
        wrong = lazy("Nobody on the list is called that. Choose a name from the list.")
        field.errors = [wrong if field.data else MISSING]
    return person


@dialogue.post("/cafe/<session_id>/wishes/take-back")
def take_wish_back(session_id: str) -> ResponseReturnValue:
    """Take a wish back; the next page offers to bring it again."""
    entry = _listed(session_id).entry(request.form.get("key", ""))
    form = FlaskForm()
    if entry is not None:
        if not ask(form, *entry.removal):
            return _refused(session_id, form)
        browser[TAKEN_BACK] = {"session_id": session_id, "text": entry.text, "wanted": entry.restoring}
    return redirect(url_for(".wishes", session_id=session_id, taken=1))


@dialogue.post("/cafe/<session_id>/wishes/bring-again")
def bring_wish_again(session_id: str) -> ResponseReturnValue:
    """Bring back the wish that was taken back last in this browser."""
    form = FlaskForm()
    taken = browser.pop(TAKEN_BACK, {})
    if taken.get("session_id") == session_id:
        if not ask(form, *((name, dict(data)) for name, data in taken["wanted"])):
            return _refused(session_id, form)
        flash(gettext("It is there again."))
    return redirect(url_for(".wishes", session_id=session_id))


def _refused(session_id: str, form: FlaskForm) -> ResponseReturnValue:
    facts, listed = facts_of(session_id), _listed(session_id)
    return wishes_page(facts, listed, _form(facts, listed, new=True), problems=form.form_errors, status=409)
