"""What a network is called, and who organises it."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from cafe.db import db
from cafe.network.forms import InviteForm, NetworkForm
from cafe.network.navigation import network_nav
from cafe.network.queries import organisers_of_network
from cafe.network.queries.contacts import organisations_facts
from cafe.network.views.asking import done, invited
from cafe.network.views.blueprint import network
from cafe.people.identity import actor_of_request


@network.get("/networks/<network_id>/organisers")
def organisers(network_id: str) -> ResponseReturnValue:
    """Show who organises a network."""
    return _page(network_id)


def _page(network_id: str, *, status: int = 200, **shown: Any) -> ResponseReturnValue:
    actor = actor_of_request()
    with db.sessionmaker() as session:
        nav = network_nav(session, actor, network_id, "network.organisers")
        about = organisations_facts(session, network_id).about
        people = [(user.id, user.name, user.email) for user in organisers_of_network(session, network_id)]
    page = {
        "network_nav": nav,
        "people": people,
        "own_id": actor.user_id,
        "invitation": None,
        "invite_form": InviteForm(formdata=None),
        "change_form": NetworkForm(formdata=None, title=nav.title, about=about),
        "remove_form": FlaskForm(formdata=None),
    }
    return render_template("network/organisers.html", **{**page, **shown}), status


@network.post("/networks/<network_id>")
def change(network_id: str) -> ResponseReturnValue:
    """Change what a network is called and says of itself."""
    form = NetworkForm()
    data = {"network_id": network_id, "title": form.title.data, "about": form.about.data}
    if form.validate_on_submit() and done(form, "change_network", data) is not None:
        return redirect(url_for(".organisers", network_id=network_id))
    return _page(network_id, change_form=form, status=400)


@network.post("/networks/<network_id>/organisers")
def invite_organiser(network_id: str) -> ResponseReturnValue:
    """Let somebody else organise the network; the link is shown once, to be handed over."""
    form = InviteForm()
    if form.validate_on_submit():
        invitation = invited(form, "invite_network_organiser", {"network_id": network_id})
        if invitation is not None:
            return _page(network_id, invitation=invitation)
    return _page(network_id, invite_form=form, status=400)


@network.post("/networks/<network_id>/organisers/<user_id>/remove")
def remove_organiser(network_id: str, user_id: str) -> ResponseReturnValue:
    """Let somebody organise the network no more."""
    form = FlaskForm()
    if done(form, "remove_network_organiser", {"network_id": network_id, "user_id": user_id}) is None:
        return _page(network_id, remove_form=form, status=400)
    if user_id == actor_of_request().user_id:
        return redirect("/home")
    flash(gettext("They do not organise the network any more."))
    return redirect(url_for(".organisers", network_id=network_id))
