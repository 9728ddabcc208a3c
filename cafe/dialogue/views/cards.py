"""Personal cards to print: a name, the tables of each round, and a link for one use as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup

from cafe.db import db
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.preview import Seating, present_seating
from cafe.dialogue.queries.pages import participants_by_attendee
from cafe.dialogue.shape import Expected
from cafe.dialogue.views.asking import ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of, prepare_page
from cafe.errors import NotFound
from cafe.people.identity import settings
from cafe.people.rules import new_secret
from cafe.site.qr import qr_code


@dataclass(frozen=True, kw_only=True)
class PrintedCard:
    """What stands on one card."""

    person: Expected
    tables: tuple[int | None, ...]
    hosts: int | None
    link: str
    qr: Markup


@dialogue.post("/cafe/<session_id>/cards")
def cards(session_id: str) -> ResponseReturnValue:
    """Make new links for everyone, the hosts or one person, and show them once as cards."""
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
    printed = [_card(facts, seating, person, secrets[person.id]) for person in people]
    return render_template(
        "dialogue/cards.html", facts=facts, cards=printed, steps=cafe_urls(session_id), here="prepare"
    )


def _wanted(facts: PrepareFacts, who: str) -> list[Expected]:
    if who == "all":
        return [person for person in facts.people if not person.away]
    if who == "hosts":
        return [person for _number, person in facts.hosts]
    person = facts.person(who)
    return [person] if person else []


def _card(facts: PrepareFacts, seating: Seating, person: Expected, secret: str) -> PrintedCard:
    link = f"{settings().origin}/t#{secret}"
    return PrintedCard(
        person=person,
        tables=tuple(_table_in(tables, person) for tables in seating.rounds) if facts.planned else (),
        hosts=next((number for number, host in facts.hosts if host.id == person.id), None),
        link=link,
        qr=qr_code(link),
    )


def _table_in(tables: tuple[object, ...], person: Expected) -> int | None:
    for table in tables:
        if any(sitter.person.id == person.id for sitter in table.sitters):  # type: ignore[attr-defined]
            number: int = table.number  # type: ignore[attr-defined]
            return number
    return None
