"""The frame of a gathering's pages: its head, its local navigation, and what a form was refused for."""

from __future__ import annotations

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cafe.commands import new_key
from cafe.db import db
from cafe.errors import SafeError
from cafe.gatherings.facts.head import head_of
from cafe.inputs import tell
from cafe.people.identity import actor_of_request
from cafe.perform import parse, perform


def done(form: Any, name: str, data: dict[str, Any], command_id: str = "") -> dict[str, Any] | None:
    """Do what a form asks; when it is refused, say so beside the field and give None."""
    try:
        return perform(actor_of_request(), parse(name, command_id or new_key(), data)).result
    except SafeError as error:
        tell(form, error)
        return None


def do(name: str, data: dict[str, Any], command_id: str = "") -> dict[str, Any]:
    """Do what a button asks; a refusal becomes the page that says so."""
    return perform(actor_of_request(), parse(name, command_id or new_key(), data)).result


def framed(
    template: str, gathering_id: str, here: str, *, status: int = 200, **shown: Any
) -> ResponseReturnValue:
    """Show a page of a gathering."""
    with db.sessionmaker() as session:
        head = head_of(session, actor_of_request(), gathering_id, f"gatherings.{here}")
    return render_template(f"gatherings/{template}.html", head=head, **shown), status


def back_to(here: str, gathering_id: str, anchor: str | None = None, **more: Any) -> ResponseReturnValue:
    """Lead back to a page of a gathering after something has been done."""
    return redirect(url_for(f"gatherings.{here}", gathering_id=gathering_id, _anchor=anchor, **more))


def asked_for(*known: str) -> str:
    """Give what the pressed button asks for. Answers 400 to anything else."""
    wanted = request.form.get("do", "")
    if wanted not in known:
        abort(400)
    return wanted
