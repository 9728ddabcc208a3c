"""The people of a gathering: who is on the list, and until when they may put themselves there."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask.typing import ResponseReturnValue

from cafe.clock import today
from cafe.db import db
from cafe.gatherings.facts import gathering_facts
from cafe.gatherings.facts.people import by_organisation, registration_of
from cafe.gatherings.forms import PersonForm, RegistrationForm
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import asked_for, back_to, do, done, framed
from cafe.people.identity import settings


@gatherings.get("/gatherings/<gathering_id>/people")
def people(gathering_id: str) -> ResponseReturnValue:
    """Show who is on the list, and how people get onto it."""
    return people_page(gathering_id)


def people_page(gathering_id: str, *, status: int = 200, **forms: Any) -> ResponseReturnValue:
    """Show the people of a gathering, with what was typed into one of the forms."""
    with db.sessionmaker() as session:
        facts = gathering_facts(session, gathering_id)
        registration = registration_of(session, gathering_id, today())
        counts = by_organisation(session, gathering_id)
    proposed = registration.until or facts.starts_on
    shown = {
        "person_form": PersonForm(formdata=None),
        "registration_form": RegistrationForm(
            formdata=None, until=date.fromisoformat(proposed) if proposed else None
        ),
    }
    return framed(
        "people",
        gathering_id,
        "people",
        status=status,
        people=facts.people,
        registration=registration,
        address=f"{settings().origin}/register#{registration.secret}",
        counts=counts,
        **{**shown, **forms},
    )


@gatherings.post("/gatherings/<gathering_id>/registration")
def change_registration(gathering_id: str) -> ResponseReturnValue:
    """Open or close the registration."""
    if asked_for("open", "close") == "close":
        do("close_registration", {"gathering_id": gathering_id})
        return back_to("people", gathering_id, "registration")
    form = RegistrationForm()
    if form.validate_on_submit():
        data = {"gathering_id": gathering_id, **form.said()}
        if done(form, "open_registration", data) is not None:
            return back_to("people", gathering_id, "registration")
    return people_page(gathering_id, registration_form=form, status=400)
