"""Coming in by code or QR: what opens a gathering, and the name that gives a place in it."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask import session as cookie_session
from flask.typing import ResponseReturnValue

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.errors import BadInput, NotFound, SafeError
from cafe.gatherings.queries import (
    gathering_by_code,
    gathering_by_secret,
    gathering_title,
    newest_own_gathering,
    organisations_of,
    own_participant,
)
from cafe.gatherings.rules import CODE_LENGTH, typed_code
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.join_forms import KINDS, CodeForm, NameForm
from cafe.i18n import Message, lazy
from cafe.people.actions import issue_ticket
from cafe.people.guessing import count_wrong_guess, require_guesses_left
from cafe.people.identity import actor_of_request, give_ticket
from cafe.people.rules import TRANSFER_LENGTH
from cafe.people.views.links import enter_by_link
from cafe.perform import parse, perform_within

# What a right code has opened, kept in the signed cookie: the gathering, and the ids of the joining itself,
# so that a form sent twice gives one place.
JOINING = "joining"
UNKNOWN = lazy(
    "No gathering has this code now. Look at the wall and try again; capital and small letters are the same."
)
WRONG_LENGTH = lazy("The code has six letters and numbers. Look at the wall and try again.")
UNKNOWN_TRANSFER = lazy("This code has been used or is too old. Make a new one on your other phone.")
UNKNOWN_QR = lazy("This QR code is not in use now. Type the code that stands on the wall.")


@gatherings.get("/")
def front() -> str:
    """Ask for the code."""
    return _front(CodeForm())


def _front(form: CodeForm, problem: Message | None = None) -> str:
    with db.sessionmaker() as session:
        gathering = newest_own_gathering(session, actor_of_request())
        mine = (gathering.id, gathering.title) if gathering else None
    return render_template("gatherings/join.html", form=form, mine=mine, problem=problem)


@gatherings.post("/")
def enter_code() -> ResponseReturnValue:
    """Open the gathering, or take along the place, that a typed code stands for."""
    form = CodeForm()
    if not form.validate_on_submit():
        return _front(form), BadInput.status
    try:
        return _entered(form.code.data or "")
    except SafeError as error:
        form.code.errors = [error.message]
        return _front(form), error.status


def _entered(typed: str) -> ResponseReturnValue:
    code = typed_code(typed)
    if len(code) == TRANSFER_LENGTH:
        try:
            return enter_by_link(code)
        except NotFound:
            raise NotFound(UNKNOWN_TRANSFER) from None
    if len(code) != CODE_LENGTH:
        raise BadInput(WRONG_LENGTH)
    require_guesses_left()
    with db.sessionmaker() as session:
        gathering = gathering_by_code(session, code)
    if gathering is None:
        count_wrong_guess()
        raise NotFound(UNKNOWN)
    return _opened(gathering.id)


@gatherings.get("/j")
def scanned() -> str:
    """Receive a phone that has scanned the QR; the page itself sends the secret behind the #."""
    return render_template("gatherings/join_scanned.html", form=CodeForm())


@gatherings.post("/j")
def enter_secret() -> ResponseReturnValue:
    """Open the gathering that a scanned secret stands for."""
    with db.sessionmaker() as session:
        gathering = gathering_by_secret(session, request.form.get("secret", ""))
    if gathering is None:
        return _front(CodeForm(formdata=None), UNKNOWN_QR), NotFound.status
    return _opened(gathering.id)


def _opened(gathering_id: str) -> ResponseReturnValue:
    """Go on to the name, or straight to the place of somebody who has one."""
    with db.sessionmaker() as session:
        if own_participant(session, actor_of_request(), gathering_id) is not None:
            return redirect(url_for(".place", gathering_id=gathering_id))
    cookie_session[JOINING] = {"gathering": gathering_id, "command": new_key(), "participant": new_key()}
    return redirect(url_for(".name_page"))


@gatherings.get("/join")
def name_page() -> ResponseReturnValue:
    """Ask for one thing: what somebody wants to be called."""
    joining = cookie_session.get(JOINING)
    if joining is None:
        return redirect(url_for(".newest_place"))
    return _name_page(_name_form(joining["gathering"]), joining["gathering"])


def _name_form(gathering_id: str) -> NameForm:
    form = NameForm()
    with db.sessionmaker() as session:
        found = organisations_of(session, gathering_id)
    unsaid = ("", lazy("I would rather not say"))
    form.organisation_id.choices = [unsaid, *((each.id, each.name) for each in found)]
    form.kind.choices = [unsaid, *KINDS]
    return form


def _name_page(form: NameForm, gathering_id: str, problem: Message | None = None) -> str:
    with db.sessionmaker() as session:
        title = gathering_title(session, gathering_id)
    return render_template("gatherings/join_name.html", form=form, title=title, problem=problem)


@gatherings.post("/join")
def join() -> ResponseReturnValue:
    """Give somebody a place and a ticket for it, and lead them there."""
    joining = cookie_session.get(JOINING)
    if joining is None:
        return redirect(url_for(".newest_place"))
    form = _name_form(joining["gathering"])
    if not form.validate_on_submit():
        return _name_page(form, joining["gathering"]), BadInput.status
    try:
        ticket = _ticket_for(joining, form)
    except SafeError as error:
        return _name_page(form, joining["gathering"], error.message), error.status
    cookie_session.pop(JOINING)
    return give_ticket(redirect(url_for(".place", gathering_id=joining["gathering"])), ticket)


def _ticket_for(joining: dict[str, str], form: NameForm) -> str:
    asked = {
        "gathering_id": joining["gathering"],
        "participant_id": joining["participant"],
        "display_name": form.display_name.data,
        "organisation_id": form.organisation_id.data or None,
        "kind": form.kind.data or None,
    }
    command = parse("join_gathering", joining["command"], asked)
    with unit_of_work() as session:
        answer = perform_within(session, actor_of_request(), command)
        return issue_ticket(session, answer.result["participant_id"], ends_others=False)
