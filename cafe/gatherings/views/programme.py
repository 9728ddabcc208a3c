"""The programme of a gathering: everybody who comes reads it, the organisers make it."""

from __future__ import annotations

from datetime import date, time

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.db import db
from cafe.gatherings.facts.programme import ItemRow, programme_of
from cafe.gatherings.forms import ItemForm
from cafe.gatherings.queries import session_titles
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import asked_for, back_to, do, done, framed
from cafe.i18n import lazy
from cafe.inputs import choice


@gatherings.get("/gatherings/<gathering_id>/programme")
def programme(gathering_id: str) -> ResponseReturnValue:
    """Show the programme."""
    return _page(gathering_id)


def _page(gathering_id: str, refused: ItemForm | None = None) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        days = programme_of(session, gathering_id)
        titles = session_titles(session, gathering_id)
    rows = [item for day in days for item in day.items]
    forms = {item.id: _form(titles, item) for item in rows}
    new = _form(titles)
    if rows:
        # The next point mostly begins where the last one ends.
        new.day.data = date.fromisoformat(rows[-1].day)
        new.starts.data = time.fromisoformat(rows[-1].ends) if rows[-1].ends else None
    if refused is not None and refused.id.data in forms:
        forms[str(refused.id.data)] = refused
    elif refused is not None:
        new = refused
    return framed(
        "programme",
        gathering_id,
        "programme",
        days=days,
        forms=forms,
        new=new,
        removed=request.args.get("removed"),
        status=400 if refused else 200,
    )


def _form(titles: dict[str, str], item: ItemRow | None = None) -> ItemForm:
    prefix = item.id if item else "new"
    if item is None:
        form = ItemForm(formdata=None, prefix=prefix)
    else:
        given = {name: getattr(item, name) for name in ("id", "title", "kind", "speaker", "about")}
        form = ItemForm(
            formdata=None,
            prefix=prefix,
            **given,
            session_id=item.session_id or "",
            day=date.fromisoformat(item.day),
            starts=time.fromisoformat(item.starts),
            ends=time.fromisoformat(item.ends) if item.ends else None,
        )
    return with_sessions(form, titles)


def with_sessions(form: ItemForm, titles: dict[str, str]) -> ItemForm:
    """Let a form choose among the café sessions of its gathering."""
    form.session_id.choices = [choice("", lazy("None")), *(choice(*each) for each in titles.items())]
    return form


@gatherings.post("/gatherings/<gathering_id>/programme")
def change_programme(gathering_id: str) -> ResponseReturnValue:
    """Put a point into the programme, change it, take it out or put it back."""
    wanted = asked_for("set", "remove", "restore")
    if wanted != "set":
        item_id = request.form.get("item_id", "")
        do(f"{wanted}_programme_item", {"gathering_id": gathering_id, "item_id": item_id})
        if wanted == "remove":
            flash(gettext("It is out of the programme."))
            return back_to("programme", gathering_id, removed=item_id)
        return back_to("programme", gathering_id, f"item-{item_id}")
    with db.sessionmaker() as session:
        titles = session_titles(session, gathering_id)
    form = with_sessions(ItemForm(prefix=request.form.get("prefix", "new")), titles)
    asked = {"gathering_id": gathering_id, **form.said()}
    if form.validate_on_submit() and done(form, "set_programme_item", asked) is not None:
        return back_to("programme", gathering_id, f"item-{form.id.data}")
    return _page(gathering_id, form)
