"""Searching a network, and the measures of others that are like one somebody is writing."""

from __future__ import annotations

from functools import partial

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from cafe.db import db
from cafe.i18n import lazy
from cafe.network.navigation import Entry, network_entries, network_nav
from cafe.people.identity import actor_of_request
from cafe.plans.addresses import plan_address
from cafe.plans.queries.searching import LONGEST, Hit, plans_in_reach, search_network
from cafe.plans.queries.searching_alike import Alike, measures_like, plans_of_others
from cafe.plans.views.blueprint import plans
from cafe.search.catching_up import catch_up_all
from cafe.search.marking import excerpt, marked
from cafe.search.pace import require_pace

SHOWN = 20  # of a kind, unless all of it is asked for
network_entries.append(Entry(label=lazy("Search"), endpoint="plans.search", place=90))


@plans.get("/networks/<network_id>/search")
def search(network_id: str) -> ResponseReturnValue:
    """Show what of a network's plans, reports and conclusions has all the words."""
    actor = actor_of_request()
    words = request.args.get("words", "").strip()[:LONGEST]
    with db.sessionmaker() as session:
        navigation = network_nav(session, actor, network_id, "plans.search")
        reach = plans_in_reach(session, actor, network_id)
    finds = None
    if words:
        require_pace(actor)
        catch_up_all(list(reach))
        with db.sessionmaker() as session:
            finds = search_network(session, network_id, reach, words)
    return render_template(
        "plans/search.html",
        network_nav=navigation,
        words=words,
        finds=finds,
        all_of=request.args.get("all", ""),
        shown=SHOWN,
        mark=partial(marked, words=words),
        cut=partial(excerpt, words=words),
        address_of=_address_of,
    )


def _address_of(hit: Hit) -> str:
    plan = hit.plan
    if hit.gathering_id:
        return url_for(".report", plan_id=plan.plan_id, gathering_id=hit.gathering_id)
    anchor = "" if hit.kind == "plan" else f"{hit.kind}-{hit.id}"
    return plan_address(plan.plan_id, anchor, own=plan.own)


@plans.get("/plans/<plan_id>/like")
def like_this(plan_id: str) -> ResponseReturnValue:
    """Give the measures of others in the network that are like the words, to be borrowed."""
    require_pace(actor_of_request())
    with db.sessionmaker() as session:
        others = plans_of_others(session, plan_id)
    catch_up_all(others)
    with db.sessionmaker() as session:
        found = measures_like(session, others, request.args.get("words", ""))
    return jsonify(
        number=found.number,
        said=_said(found.number),
        measures=[_as_json(each) for each in found.shown],
    )


def _said(number: int) -> str:
    if not number:
        return ""
    return str(
        ngettext("%(num)s other has a measure like this", "%(num)s others have a measure like this", number)
    )


def _as_json(alike: Alike) -> dict[str, str]:
    return {
        "id": alike.measure_id,
        "title": alike.title,
        "organisation": alike.organisation,
        "address": plan_address(alike.plan_id, f"measure-{alike.measure_id}"),
        "borrow": str(gettext("Borrow from %(organisation)s", organisation=alike.organisation)),
    }
