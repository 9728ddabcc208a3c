"""Putting people on a gathering's list: one by one, or a whole list from a file."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from cafe.db import db
from cafe.errors import BadInput, SafeError
from cafe.gatherings.facts import gathering_facts
from cafe.gatherings.forms import PeopleForm, PersonForm
from cafe.gatherings.people_file import read_people, text_of_file
from cafe.gatherings.taking_up import Sorted, looked_over, sort_out, take_up
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import done
from cafe.gatherings.views.people import people_page
from cafe.gatherings.words import KINDS
from cafe.i18n import lazy
from cafe.inputs import tell
from cafe.people.identity import actor_of_request

EMPTY = lazy("There is nobody on this list yet. Choose a file or paste the list.")


@gatherings.post("/gatherings/<gathering_id>/people")
def add_person(gathering_id: str) -> ResponseReturnValue:
    """Put one person on the list."""
    form = PersonForm()
    if form.validate_on_submit():
        data = {
            "gathering_id": gathering_id,
            "participant_id": form.id.data,
            "display_name": form.display_name.data,
            "organisation": form.organisation.data,
            "kind": form.kind.data or None,
        }
        if done(form, "register_participant", data, str(form.id.data)) is not None:
            return redirect(url_for(".people", gathering_id=gathering_id))
    return people_page(gathering_id, person_form=form, status=400)


@gatherings.route("/gatherings/<gathering_id>/people/list", methods=["GET", "POST"])
def import_people(gathering_id: str) -> ResponseReturnValue:
    """Read a list of people, show what it says, and take it up when told to."""
    form = PeopleForm()
    with db.sessionmaker() as session:
        facts = gathering_facts(session, gathering_id)
    if not form.validate_on_submit():
        return render_template("gatherings/people_list.html", form=form, facts=facts)
    try:
        form.text.data = _given_text(form)
        read = read_people(form.text.data)
    except SafeError as error:
        tell(form, error)
        return render_template("gatherings/people_list.html", form=form, facts=facts), error.status
    with db.sessionmaker() as session:
        read = looked_over(session, gathering_id, read)
        found = sort_out(session, gathering_id, read)
    wanted = request.form.get("do")
    # A list with lines that need another look is taken up only when told to leave those out.
    if found.new and (wanted == "without" or (wanted == "all" and not read.problems)):
        return _taken_up(gathering_id, form, found)
    status = 400 if read.problems and wanted else 200
    shown = {"facts": facts, "read": read, "found": found, "kinds": KINDS}
    return render_template("gatherings/people_preview.html", form=form, **shown), status


def _given_text(form: PeopleForm) -> str:
    upload = form.file.data
    text = text_of_file(upload.read()) if upload else form.text.data or ""
    if not text.strip():
        raise BadInput(EMPTY, field="text")
    return text


def _taken_up(gathering_id: str, form: PeopleForm, found: Sorted) -> ResponseReturnValue:
    try:
        now = take_up(actor_of_request(), gathering_id, found.new, str(form.id.data))
    except SafeError as error:
        tell(form, error)
        with db.sessionmaker() as session:
            facts = gathering_facts(session, gathering_id)
        return render_template("gatherings/people_list.html", form=form, facts=facts), error.status
    if now:
        count = len(found.new)
        flash(ngettext("%(num)s person is on the list now.", "%(num)s people are on the list now.", count))
    return redirect(url_for(".people", gathering_id=gathering_id))
