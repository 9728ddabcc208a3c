"""The organisations of a network, and how far the register of contacts reaches."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.network.forms import OrganisationForm
from cafe.network.navigation import network_nav
from cafe.network.queries.contacts import organisations_facts
from cafe.network.views.asking import done
from cafe.network.views.blueprint import network
from cafe.people.identity import actor_of_request


@network.get("/networks/<network_id>/organisations")
def organisations(network_id: str) -> ResponseReturnValue:
    """List the organisations of a network."""
    return _page(network_id, OrganisationForm(formdata=None)), 200


def _page(network_id: str, form: OrganisationForm) -> str:
    actor = actor_of_request()
    with db.sessionmaker() as session:
        nav = network_nav(session, actor, network_id, "network.organisations")
        facts = organisations_facts(session, network_id)
    return render_template("network/organisations.html", facts=facts, form=form, network_nav=nav)


@network.post("/networks/<network_id>/organisations")
def add_organisation(network_id: str) -> ResponseReturnValue:
    """Add an organisation to a network."""
    form = OrganisationForm()
    data = {
        "network_id": network_id,
        "organisation_id": form.id.data,
        "title": form.title.data,
        "kind": form.kind.data,
        "number": form.number.data,
        "role": form.role.data,
    }
    if form.validate_on_submit() and done(form, "add_network_organisation", data) is not None:
        return redirect(url_for(".organisation", organisation_id=form.id.data))
    return _page(network_id, form), 400
