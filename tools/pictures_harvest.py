"""The harvest on the pictures: the demonstration's notes under themes, and a conclusion from two of them."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select

from cafe.actor import SERVER
from cafe.commands import Command, new_key
from cafe.db import db
from cafe.dialogue.model import Note
from cafe.harvest.commands.board import CreateTheme
from cafe.harvest.commands.conclusions import ApproveConclusion, RestOn, SetNextStep, WriteConclusion
from cafe.perform import perform

# A theme, and what its notes have in common; the rest waits to be placed.
THEMES = {
    "Å bli spurt, og se at svaret ble brukt": ("spurt", "spør", "svar"),
    "Én plan, skrevet sammen": ("plan", "skriv"),
    "Aldri alene i jobben": ("erfaringskonsulent", "alene", "stilling"),
    "De pårørende er der hver dag": ("pårørende", "famili"),
}
CONCLUSION = "Den det gjelder, skriver planen sammen med oss"
REASON = (
    "Flere bord sa det på hver sin måte: **spør først**, skriv svaret øverst, og vis etterpå hva det ble "
    "brukt til."
)


def harvested(app: Flask, session_id: str, topic_id: str) -> None:
    """Put notes under themes, and conclude from two of them."""
    themes = {title: new_key() for title in THEMES}
    notes = _notes(app, session_id)
    for title, words in THEMES.items():
        under = tuple(key for key, text in notes.items() if any(word in text.lower() for word in words))
        _do(app, CreateTheme(session_id=session_id, theme_id=themes[title], title=title, note_ids=under))
    key, asked = new_key(), list(themes.values())[:2]
    cited = [note for note, text in notes.items() if "hva er viktig for deg" in text.lower()][:1]
    text = " ".join([REASON, *(f"[#{note}]" for note in cited)])
    written = WriteConclusion(
        session_id=session_id,
        conclusion_id=key,
        topic_id=topic_id,
        title=CONCLUSION,
        base_version=0,
        text=text,
    )
    _do(app, written)
    _do(app, RestOn(session_id=session_id, conclusion_id=key, theme_ids=tuple(asked)))
    _do(app, ApproveConclusion(session_id=session_id, conclusion_id=key, version=1, without_hosts=True))
    step = SetNextStep(
        session_id=session_id,
        step_id=new_key(),
        conclusion_id=key,
        text="Prøve én plan for ti personer",
        who="Bømlo og Helse Fonna",
        by_when="før neste samling",
    )
    _do(app, step)


def _notes(app: Flask, session_id: str) -> dict[str, str]:
    with app.app_context(), db.sessionmaker() as session:
        query = select(Note.id, Note.text).where(Note.session_id == session_id).order_by(Note.at, Note.id)
        return {row.id: row.text for row in session.execute(query)}


def _do(app: Flask, command: Command) -> None:
    with app.app_context():
        perform(SERVER, command)
