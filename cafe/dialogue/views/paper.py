"""The café on paper: personal cards, a sheet for each table and round, and the list for the wall.

Each is a page to print and a PDF file, of the same pieces and the same stylesheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup

from cafe.db import db
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.paper import table_sheets, wall_names
from cafe.dialogue.preview import present_seating
from cafe.dialogue.queries.pages import participants_by_attendee
from cafe.dialogue.shape import Expected
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of, prepare_page
from cafe.errors import NotFound
from cafe.people.identity import settings
from cafe.people.rules import new_secret
from cafe.site.pdf import pdf_of
from cafe.site.qr import qr_code

STYLESHEET = "css/paper.css"


@dataclass(frozen=True, kw_only=True)
class PrintedCard:
    """What stands on one card."""

    person: Expected
    tables: tuple[int | None, ...]
    hosts: int | None
    qr: Markup


@dialogue.post("/cafe/<session_id>/cards")
def cards(session_id: str) -> ResponseReturnValue:
    """Make new links for those who are wanted, and show them once as cards."""
    facts, form = facts_of(session_id), FlaskForm()
    people = _wanted(facts, request.form.get("who", "all"))
    if not people:
        raise NotFound
    with db.sessionmaker() as session:
        participants = participants_by_attendee(session, session_id)
        seating = present_seating(session, session_id)
    secrets = {person.id: new_secret() for person in people}
    links = [{"id": participants[key], "secret": secret} for key, secret in secrets.items()]
    if not ask(form, ("hand_out_cards", {"gathering_id": facts.gathering_id, "cards": links})):
        return prepare_page(facts, problems=form.form_errors, status=400)
    tables = {name.person.id: name.tables for name in wall_names(seating)}
    printed = [_card(facts, person, tables.get(person.id, ()), secrets[person.id]) for person in people]
    return _on_paper("cards", facts, cards=printed)


def _wanted(facts: PrepareFacts, who: str) -> list[Expected]:
    """Give everyone, the hosts, those whose table has changed since it was told, or one person."""
    if who == "all":
        return [person for person in facts.people if not person.away]
    if who == "hosts":
        return [person for _number, person in facts.hosts]
    if who == "changed":
        return [person for person in facts.people if person.id in facts.told_otherwise]
    person = facts.person(who)
    return [person] if person else []


def _card(facts: PrepareFacts, person: Expected, tables: tuple[int | None, ...], secret: str) -> PrintedCard:
    return PrintedCard(
        person=person,
        tables=tables if facts.planned else (),
        hosts=next((number for number, host in facts.hosts if host.id == person.id), None),
        qr=qr_code(f"{settings().origin}/t#{secret}"),
    )


@dialogue.get("/cafe/<session_id>/paper/tables")
def sheets_on_paper(session_id: str) -> ResponseReturnValue:
    """Show a sheet for each table and round, with who is expected and room for notes."""
    facts = facts_of(session_id)
    with db.sessionmaker() as session:
        sheets = table_sheets(session, session_id, present_seating(session, session_id))
    return _on_paper("sheets", facts, sheets=sheets)


@dialogue.get("/cafe/<session_id>/paper/names")
def names_on_paper(session_id: str) -> ResponseReturnValue:
    """Show everyone's tables by name, to hang up at the door."""
    facts = facts_of(session_id)
    with db.sessionmaker() as session:
        names = wall_names(present_seating(session, session_id))
    return _on_paper("names", facts, names=names)


def _on_paper(piece: str, facts: PrepareFacts, **values: Any) -> ResponseReturnValue:
    """Answer with one of the printed pieces: as a page, or as a PDF file where that was asked for."""
    if request.values.get("as") != "pdf":
        return render_template(
            f"dialogue/paper/{piece}.html",
            frame="dialogue/paper/_page.html",
            facts=facts,
            steps=cafe_urls(facts.session_id),
            here="prepare",
            **values,
        )
    html = render_template(
        f"dialogue/paper/{piece}.html", frame="dialogue/paper/_pdf.html", facts=facts, **values
    )
    name = f"kafedialog-{piece}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(pdf_of(html, STYLESHEET), mimetype="application/pdf", headers=headers)
