"""An organisation: what it is, its team, its units and whom to turn to there."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.db import db
from cafe.network.forms import ChangeOrganisationForm, ContactForm, TitleForm
from cafe.network.navigation import network_nav
from cafe.network.queries.contacts import OrganisationFacts, organisation_facts
from cafe.network.views.asking import done
from cafe.network.views.blueprint import network
from cafe.people.identity import actor_of_request


@network.get("/organisations/<organisation_id>")
def organisation(organisation_id: str) -> ResponseReturnValue:
    """Show an organisation."""
    return _page(organisation_id)


def _facts(organisation_id: str) -> OrganisationFacts:
    with db.sessionmaker() as session:
        return organisation_facts(session, actor_of_request(), organisation_id)


def _page(organisation_id: str, *, status: int = 200, **shown: Any) -> ResponseReturnValue:
    facts = _facts(organisation_id)
    with db.sessionmaker() as session:
        nav = network_nav(session, actor_of_request(), facts.network_id, "network.organisations")
    as_is = {"title": facts.line.name, "context": facts.line.context}
    page = {
        "facts": facts,
        "network_nav": nav,
        "change_form": ChangeOrganisationForm(
            formdata=None, **as_is, kind=facts.kind, number=facts.number, role=facts.role
        ),
        "team_form": TitleForm(formdata=None, title="" if facts.line.teams else facts.line.name),
        "unit_form": TitleForm(formdata=None),
        "contact_form": ContactForm(formdata=None),
        "empty_form": ContactForm(formdata=None),
        "fresh": new_key,
        "about": None,  # the unit, or the contact, that a form with a refusal is about
        "refused": None,
    }
    return render_template("network/organisation.html", **{**page, **shown}), status


def _after(organisation_id: str, unit_id: str = "units") -> ResponseReturnValue:
    return redirect(url_for(".organisation", organisation_id=organisation_id, _anchor=unit_id))


@network.post("/organisations/<organisation_id>")
def change_organisation(organisation_id: str) -> ResponseReturnValue:
    """Change what an organisation is."""
    form = ChangeOrganisationForm()
    names = ("title", "kind", "number", "role", "context")
    data = {
        "network_id": _facts(organisation_id).network_id,
        "organisation_id": organisation_id,
        **{name: form[name].data for name in names},
    }
    if form.validate_on_submit() and done(form, "change_organisation", data) is not None:
        return redirect(url_for(".organisation", organisation_id=organisation_id))
    return _page(organisation_id, change_form=form, status=400)


@network.post("/organisations/<organisation_id>/teams")
def create_team(organisation_id: str) -> ResponseReturnValue:
    """Begin a team of an organisation, and go on to inviting its people."""
    form = TitleForm()
    data = {
        "network_id": _facts(organisation_id).network_id,
        "organisation_id": organisation_id,
        "new_team_id": form.id.data,
        "title": form.title.data,
    }
    if form.validate_on_submit() and done(form, "create_team", data) is not None:
        return redirect(url_for(".team_people", team_id=form.id.data))
    return _page(organisation_id, team_form=form, status=400)


@network.post("/organisations/<organisation_id>/units")
def add_unit(organisation_id: str) -> ResponseReturnValue:
    """Name a new unit."""
    form = TitleForm()
    data = {"organisation_id": organisation_id, "unit_id": form.id.data, "title": form.title.data}
    if form.validate_on_submit() and done(form, "set_unit", data) is not None:
        return _after(organisation_id, str(form.id.data))
    return _page(organisation_id, unit_form=form, status=400)


@network.post("/organisations/<organisation_id>/units/<unit_id>")
def change_unit(organisation_id: str, unit_id: str) -> ResponseReturnValue:
    """Give a unit another name."""
    form = TitleForm()
    data = {"organisation_id": organisation_id, "unit_id": unit_id, "title": form.title.data}
    if form.validate_on_submit() and done(form, "set_unit", data) is not None:
        return _after(organisation_id, unit_id)
    return _page(organisation_id, about=unit_id, refused=form, status=400)


@network.post("/organisations/<organisation_id>/units/<unit_id>/remove")
def remove_unit(organisation_id: str, unit_id: str) -> ResponseReturnValue:
    """Take a unit off the list."""
    form = FlaskForm()
    data = {"organisation_id": organisation_id, "unit_id": unit_id}
    if done(form, "remove_unit", data) is not None:
        return _after(organisation_id)
    return _page(organisation_id, about=unit_id, refused=form, status=400)


@network.post("/organisations/<organisation_id>/units/<unit_id>/contacts")
def set_contact(organisation_id: str, unit_id: str) -> ResponseReturnValue:
    """Name the head or a recovery contact of a unit, or change who it is."""
    form = ContactForm()
    data = {
        "organisation_id": organisation_id,
        "unit_id": unit_id,
        "contact_id": form.id.data,
        "kind": form.kind.data,
        "display_name": form.display_name.data,
        "email": form.email.data,
    }
    if form.validate_on_submit() and done(form, "set_contact", data) is not None:
        return _after(organisation_id, unit_id)
    return _page(organisation_id, about=unit_id, contact_form=form, status=400)


@network.post("/organisations/<organisation_id>/units/<unit_id>/contacts/<contact_id>/remove")
def remove_contact(organisation_id: str, unit_id: str, contact_id: str) -> ResponseReturnValue:
    """Take somebody off the list of whom to turn to."""
    form = FlaskForm()
    data = {"organisation_id": organisation_id, "unit_id": unit_id, "contact_id": contact_id}
    if done(form, "remove_contact", data) is not None:
        return _after(organisation_id, unit_id)
    return _page(organisation_id, about=unit_id, refused=form, status=400)
