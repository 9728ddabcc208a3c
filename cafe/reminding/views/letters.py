"""Whether one wants letters, how they are stopped, and how organisers remind a team."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from cafe.actor import SERVER
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import NotAllowed, NotFound, SafeError
from cafe.mail.queries import choice_of
from cafe.people.identity import actor_of_request, settings
from cafe.perform import parse, perform
from cafe.reminding.commands import StopLetters
from cafe.reminding.facts import feed_rows
from cafe.reminding.stopping import whose_letters
from cafe.reminding.views.blueprint import reminding


def choices_page(*, made: dict[str, str] | None = None, status: int = 200) -> ResponseReturnValue:
    """Show what one gets, and the calendars one has made; the address of a new one is shown once."""
    user_id = actor_of_request().user_id
    if user_id is None:
        raise NotAllowed
    with db.sessionmaker() as session:
        choice = choice_of(session, user_id)
        feeds, teams = feed_rows(session, user_id)
    return (
        render_template(
            "reminding/choices.html",
            choice=choice,
            feeds=feeds,
            teams=teams,
            made=made,
            sends_mail=settings().sends_mail,
        ),
        status,
    )


@reminding.get("/letters")
def choices() -> ResponseReturnValue:
    """Show what one gets."""
    return choices_page()


@reminding.post("/letters")
def choose() -> ResponseReturnValue:
    """Say whether one wants letters, and in which language."""
    data = {"digest": request.form.get("digest") == "yes", "language": request.form.get("language")}
    perform(actor_of_request(), parse("choose_letters", new_key(), data))
    flash(gettext("Saved."))
    return redirect(url_for(".choices"))


@reminding.get("/letters/stop/<token>")
def stop(token: str) -> ResponseReturnValue:
    """Ask once more: mail scanners open links, and only pressing the button stops anything."""
    _whose(token)
    return render_template("reminding/stop.html", token=token, stopped=False)


@reminding.post("/letters/stop/<token>")
def stop_now(token: str) -> ResponseReturnValue:
    """Stop all letters to whom the link was sent, from a browser or from a mail program (RFC 8058)."""
    perform(SERVER, StopLetters(user_id=_whose(token)))
    return render_template("reminding/stop.html", token=token, stopped=True)


def _whose(token: str) -> str:
    user_id = whose_letters(token)
    if user_id is None:
        raise NotFound
    return user_id


@reminding.post("/networks/<network_id>/teams/<team_id>/remind")
def remind(network_id: str, team_id: str) -> ResponseReturnValue:
    """Remind a team, and go back to where the organiser was."""
    data = {"network_id": network_id, "team_id": team_id, "about": request.form.get("about")}
    try:
        written = perform(actor_of_request(), parse("remind_team", new_key(), data)).result["letters"]
    except SafeError as error:
        flash(str(error.message))
    else:
        flash(_told(int(written)))
    board = url_for("overview.board", network_id=network_id)
    back = request.form.get("back", "")
    return redirect(back if back.startswith(f"{board}?") else board)


def _told(written: int) -> str:
    if written and settings().sends_mail:
        return str(
            ngettext(
                "A friendly letter goes to %(num)s person, and the reminder stands on the team's page.",
                "A friendly letter goes to %(num)s people, and the reminder stands on the team's page.",
                written,
            )
        )
    return str(gettext("The reminder stands on the team's page. Nobody there gets letters."))
