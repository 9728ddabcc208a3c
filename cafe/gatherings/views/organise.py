"""The organisers' pages about gatherings."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cafe.clock import today
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import NotAllowed
from cafe.gatherings.facts import GatheringFacts, gathering_facts, gathering_rows, still_to_come
from cafe.gatherings.facts.evaluation import earlier_results
from cafe.gatherings.forms import GatheringForm, InviteForm, NewGatheringForm
from cafe.gatherings.queries import begins_gatherings, next_ordinals, organises_network_of
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import done, framed
from cafe.people.identity import actor_of_request, settings
from cafe.people.rules import new_secret
from cafe.site.qr import qr_image


def own_user_id() -> str:
    """Give the account of whoever asks. Raises NotAllowed when there is none."""
    user_id = actor_of_request().user_id
    if user_id is None:
        raise NotAllowed
    return user_id


@gatherings.get("/gatherings")
def index() -> str:
    """List the gatherings one organises or comes to with one's team: those to come, and those past."""
    with db.sessionmaker() as session:
        rows = gathering_rows(session, own_user_id())
        may_begin = begins_gatherings(session, own_user_id())
    coming, past = still_to_come(rows, today())
    return render_template("gatherings/list.html", coming=coming, past=past, may_begin=may_begin)


@gatherings.route("/gatherings/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Begin a gathering."""
    form = NewGatheringForm()
    with db.sessionmaker() as session:
        proposed = next_ordinals(session, own_user_id())
    if form.validate_on_submit():
        data = {
            "new_gathering_id": form.id.data,
            "network": form.network.data,
            "title": form.title.data,
            "place": form.place.data,
            "themes": form.themes.data,
            "ordinal": form.ordinal.data,
            **form.days(),
        }
        if done(form, "create_gathering", data, str(form.id.data)) is not None:
            return redirect(url_for(".show", gathering_id=form.id.data))
    if not form.is_submitted():
        chosen = [each for each in proposed if each[0] == request.args.get("network_id")] or proposed
        form.network.data, form.ordinal.data = chosen[0][1:] if chosen else ("", 1)
    status = 400 if form.errors else 200
    return render_template("gatherings/new.html", form=form, proposed=proposed), status


@gatherings.get("/gatherings/<gathering_id>")
def show(gathering_id: str) -> ResponseReturnValue:
    """Show how a gathering is prepared: its sessions, its code, what was said of the one before."""
    return page_of(gathering_id)


def page_of(gathering_id: str, *, status: int = 200, **forms: Any) -> ResponseReturnValue:
    """Show a gathering's preparation, with what was typed into one of its forms."""
    facts = _facts(gathering_id)
    with db.sessionmaker() as session:
        earlier = earlier_results(session, gathering_id)
        of_network = organises_network_of(session, own_user_id(), gathering_id)
    shown = {
        "change_form": GatheringForm(formdata=None, **_as_typed(facts)),
        "invite_form": InviteForm(formdata=None),
        "invitation": None,
        "join_address": f"{settings().origin}/j#{facts.join_secret}",
        "origin": settings().origin,
    }
    return framed(
        "show",
        gathering_id,
        "show",
        status=status,
        facts=facts,
        earlier=earlier,
        of_network=of_network,
        **{**shown, **forms},
    )


def _facts(gathering_id: str) -> GatheringFacts:
    with db.sessionmaker() as session:
        return gathering_facts(session, gathering_id)


def _as_typed(facts: GatheringFacts) -> dict[str, Any]:
    days = {name: getattr(facts, name) for name in ("starts_on", "ends_on")}
    return {
        "title": facts.row.title,
        "place": facts.row.place,
        "themes": facts.row.themes,
        **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
    }


@gatherings.get("/gatherings/<gathering_id>/qr.svg")
def qr(gathering_id: str) -> Response:
    """Draw the QR code that people scan to come in."""
    address = f"{settings().origin}/j#{_facts(gathering_id).join_secret}"
    return Response(qr_image(address), mimetype="image/svg+xml")


@gatherings.post("/gatherings/<gathering_id>/change")
def change(gathering_id: str) -> ResponseReturnValue:
    """Change a gathering's name, themes, place or days, or whether its code lets people in."""
    form = GatheringForm()
    data: dict[str, Any] = {"gathering_id": gathering_id}
    if "join_open" in request.form:
        data["join_open"] = request.form["join_open"] == "yes"
    elif form.validate_on_submit():
        words = {name: form[name].data for name in ("title", "place", "themes")}
        data |= {**words, **form.days()}
    if len(data) > 1 and done(form, "change_gathering", data) is not None:
        return redirect(url_for(".show", gathering_id=gathering_id))
    return page_of(gathering_id, change_form=form, status=400)


@gatherings.post("/gatherings/<gathering_id>/organisers")
def invite(gathering_id: str) -> ResponseReturnValue:
    """Let somebody else organise too; the invitation is shown once, to be handed over."""
    form = InviteForm()
    if not form.validate_on_submit():
        return page_of(gathering_id, invite_form=form, status=400)
    secret = new_secret()
    data = {
        "gathering_id": gathering_id,
        "new_user_id": new_key(),
        "email": form.email.data,
        "display_name": form.display_name.data,
        "secret": secret,
        "of_network": form.of_network.data,
    }
    answer = done(form, "invite_organiser", data)
    if answer is None:
        return page_of(gathering_id, invite_form=form, status=400)
    link = f"{settings().origin}/invitation#{secret}" if answer["invited"] else ""
    return page_of(gathering_id, invitation={"name": form.display_name.data, "link": link})
