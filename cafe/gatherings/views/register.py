"""Registering beforehand: by the link, and by a team for its own people."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from cafe.clock import today
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import BadInput, NotFound, SafeError
from cafe.gatherings.facts import gathering_row
from cafe.gatherings.facts.people import own_people, registration_of
from cafe.gatherings.facts.programme import programme_of
from cafe.gatherings.forms import KIND_CHOICES, RegisterForm
from cafe.gatherings.queries import gathering_by_registration, organisations_of, require_same_network
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import back_to, done, framed
from cafe.i18n import lazy
from cafe.inputs import choice
from cafe.people.identity import actor_of_request
from cafe.perform import parse, perform

UNKNOWN = lazy("This link is not in use. Ask whoever gave it to you for a new one.")
NOBODY = lazy("There is no name yet. Write at least one.")
# As many lines as a team mostly sends; who sends more comes back to the same page.
LINES = 6


@gatherings.get("/register")
def register() -> str:
    """Receive somebody who follows the link; the page itself sends the secret behind the #."""
    return render_template("gatherings/register_link.html")


@gatherings.post("/register")
def register_oneself() -> ResponseReturnValue:
    """Show what one registers for, and take the name."""
    form = RegisterForm()
    secret = form.registration_secret.data or request.form.get("secret", "")
    with db.sessionmaker() as session:
        gathering = gathering_by_registration(session, secret)
        if gathering is None:
            raise NotFound(UNKNOWN)
        row = gathering_row(gathering)
        registration = registration_of(session, gathering.id, today())
        days = programme_of(session, gathering.id)
        found = [choice(each.id, each.name) for each in organisations_of(session, gathering.id)]
    form.organisation_id.choices = [choice("", lazy("I would rather not say")), *found]
    shown = {"form": form, "row": row, "registration": registration, "days": days}
    if "secret" in request.form:
        form.registration_secret.data = secret
        return render_template("gatherings/register.html", registered="", **shown)
    if form.validate() and _registered(form):
        return render_template("gatherings/register.html", registered=form.display_name.data, **shown)
    return render_template("gatherings/register.html", registered="", **shown), BadInput.status


def _registered(form: RegisterForm) -> bool:
    data = {
        "registration_secret": form.registration_secret.data,
        "participant_id": form.id.data,
        "display_name": form.display_name.data,
        "organisation_id": form.organisation_id.data or None,
        "kind": form.kind.data or None,
    }
    return done(form, "register_oneself", data, str(form.id.data)) is not None


@gatherings.route("/teams/<team_id>/gatherings/<gathering_id>/people", methods=["GET", "POST"])
def register_team(team_id: str, gathering_id: str) -> ResponseReturnValue:
    """Put people of one's own organisation on the list."""
    problem, typed = None, [("", "")] * LINES
    with db.sessionmaker() as session:
        require_same_network(session, gathering_id, team_id)
    if request.method == "POST":
        typed = list(zip(request.form.getlist("name"), request.form.getlist("kind"), strict=False))
        try:
            _register_all(team_id, gathering_id, typed)
        except SafeError as error:
            problem = error
        else:
            return back_to("register_team", gathering_id, team_id=team_id)
    with db.sessionmaker() as session:
        registration = registration_of(session, gathering_id, today())
        own = own_people(session, gathering_id, team_id)
    return framed(
        "register_team",
        gathering_id,
        "register_team",
        team_id=team_id,
        own=own,
        registration=registration,
        kinds=KIND_CHOICES,
        typed=typed,
        form_id=request.form.get("id") or new_key(),
        problem=problem.message if problem else None,
        status=problem.status if problem else 200,
    )


def _register_all(team_id: str, gathering_id: str, typed: list[tuple[str, str]]) -> None:
    people = [
        {"id": new_key(), "display_name": name, "kind": kind or None} for name, kind in typed if name.strip()
    ]
    if not people:
        raise BadInput(NOBODY)
    data = {"team_id": team_id, "gathering_id": gathering_id, "people": people}
    perform(actor_of_request(), parse("register_from_team", request.form.get("id"), data))
