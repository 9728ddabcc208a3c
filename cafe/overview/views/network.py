"""The front page of a network."""

from __future__ import annotations

from flask import render_template

from cafe.clock import today
from cafe.db import db
from cafe.overview.navigation import network_nav
from cafe.overview.queries.network import network_facts
from cafe.overview.views.blueprint import overview
from cafe.people.identity import actor_of_request


@overview.get("/networks/<network_id>")
def network(network_id: str) -> str:
    """Show the series of gatherings, the teams and the organisations of a network."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        facts = network_facts(session, actor, network_id, today())
        nav = network_nav(session, actor, network_id, "overview.network")
    return render_template("overview/network.html", facts=facts, network_nav=nav)
