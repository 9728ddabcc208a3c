"""Signing in and out, and the links by which an account is taken up or entered."""

from __future__ import annotations

from flask import g, redirect, render_template, request, url_for
from flask import session as cookie_session
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.errors import NotFound, SafeError
from cafe.i18n import lazy
from cafe.inputs import own_path
from cafe.live.peers import peers
from cafe.people.actions import checked_user, end_sign_in
from cafe.people.budget import note_failure, require_attempt
from cafe.people.commands import ChoosePassword, SignInByLink
from cafe.people.forms import InvitationForm, LinkForm, SignInForm
from cafe.people.identity import SIGNED_IN, WALLS, actor_of_request
from cafe.people.queries import user_by_id
from cafe.people.views.blueprint import people
from cafe.perform import parse, perform

NOT_THE_ACCOUNT = lazy(
    "The e-mail address and the password do not belong together. Look at both and try again."
)
UNUSABLE = lazy("This link has been used or is too old. Ask an organiser for a new one.")


def _onward(wanted: str | None) -> str:
    """Give where to go after signing in: what was wanted, else the page one comes home to."""
    return own_path(wanted) or url_for("overview.home")


@people.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Sign in with e-mail and password; an unknown address and a wrong password are told alike."""
    form = SignInForm()
    target = _onward(request.values.get("next"))
    if actor_of_request().user_id and request.method == "GET":
        return redirect(target)
    status = 200
    if form.validate_on_submit():
        try:
            user_id = _user_by_password(str(form.email.data), str(form.password.data))
        except SafeError as error:
            form.password.errors = [str(error.message)]
            status = error.status
        else:
            _enter(user_id, stay=form.stay.data)
            return redirect(target)
    return render_template("people/sign_in.html", form=form, target=target), status


def _user_by_password(email: str, password: str) -> str:
    require_attempt(email)
    with db.sessionmaker() as session:
        user = checked_user(session, email, password)
    if user is None:
        note_failure(email)
        raise NotFound(NOT_THE_ACCOUNT)
    user_id: str = user.id
    return user_id


def _enter(user_id: str, *, stay: bool) -> None:
    """Give this browser the account, with a new session so that nothing prepared before is taken over."""
    walls = cookie_session.get(WALLS)
    cookie_session.clear()
    g.pop("csrf_token", None)
    if walls:
        cookie_session[WALLS] = walls
    with db.sessionmaker() as session:
        login_user(user_by_id(session, user_id))
    cookie_session.permanent = stay


@people.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Sign this browser out and close the account's open pages; other devices come back by themselves."""
    user_id = actor_of_request().user_id
    if user_id:
        with unit_of_work() as session:
            end_sign_in(session, cookie_session.get(SIGNED_IN), now_ms())
    logout_user()
    cookie_session.clear()
    if user_id:
        peers.close_all_of(user_id)
    return redirect(url_for("people.sign_in"))


@people.route("/invitation", methods=["GET", "POST"])
def invitation() -> ResponseReturnValue:
    """Take up an account: choose a password and be signed in."""
    form = InvitationForm()
    if not form.validate_on_submit():
        return render_template("people/invitation.html", form=form)
    data = {"secret": form.secret.data, "password": form.password.data}
    return _enter_by_link(form, ChoosePassword.name, data, "people/invitation.html")


@people.route("/in", methods=["GET", "POST"])
def by_link() -> ResponseReturnValue:
    """Sign in by a link that holds once. Only pressing the button uses it up: mail scanners open links."""
    form = LinkForm()
    if not form.validate_on_submit():
        return render_template("people/by_link.html", form=form)
    return _enter_by_link(form, SignInByLink.name, {"secret": form.secret.data}, "people/by_link.html")


def _enter_by_link(
    form: LinkForm, name: str, data: dict[str, str | None], template: str
) -> ResponseReturnValue:
    try:
        answer = perform(actor_of_request(), parse(name, new_key(), data))
    except SafeError as error:
        form.secret.errors = [str(UNUSABLE)]
        return render_template(template, form=form), error.status
    _enter(answer.result["user_id"], stay=False)
    return redirect(_onward(request.args.get("next")))
