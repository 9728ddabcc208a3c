"""Assignments: the organisers ask, teams answer, the organisers answer back."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.clock import today
from cafe.db import db
from cafe.errors import SafeError
from cafe.gatherings.facts.assignments import (
    AssignmentRow,
    answers_to,
    assignment_row,
    assignments_of,
    missing_teams,
    own_answers,
)
from cafe.gatherings.forms import AssignmentForm
from cafe.gatherings.queries import require_same_network
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import asked_for, back_to, do, done, framed
from cafe.people.identity import actor_of_request


@gatherings.get("/gatherings/<gathering_id>/assignments")
def assignments(gathering_id: str) -> ResponseReturnValue:
    """Show what the teams are asked for."""
    return _page(gathering_id)


def _page(gathering_id: str, refused: AssignmentForm | None = None) -> ResponseReturnValue:
    user_id = actor_of_request().user_id
    with db.sessionmaker() as session:
        rows = assignments_of(session, gathering_id, today())
        own = {row.id: own_answers(session, user_id, gathering_id, row.id) for row in rows}
    return framed(
        "assignments",
        gathering_id,
        "assignments",
        rows=rows,
        own=own,
        new=refused or AssignmentForm(formdata=None),
        removed=request.args.get("removed"),
        status=400 if refused else 200,
    )


@gatherings.post("/gatherings/<gathering_id>/assignments")
def change_assignments(gathering_id: str) -> ResponseReturnValue:
    """Ask for something, change what is asked, take it away or put it back."""
    wanted = asked_for("set", "remove", "restore")
    if wanted != "set":
        assignment_id = request.form.get("assignment_id", "")
        do(f"{wanted}_assignment", {"gathering_id": gathering_id, "assignment_id": assignment_id})
        if wanted == "remove":
            flash(gettext("The assignment is taken away. What was written for it is kept."))
            return back_to("assignments", gathering_id, removed=assignment_id)
        return back_to("assignments", gathering_id)
    form = AssignmentForm()
    data = {"gathering_id": gathering_id, **form.said()}
    if form.validate_on_submit() and done(form, "set_assignment", data) is not None:
        return back_to("assignment", gathering_id, assignment_id=form.id.data)
    return _page(gathering_id, form)


@gatherings.get("/gatherings/<gathering_id>/assignments/<assignment_id>")
def assignment(gathering_id: str, assignment_id: str) -> ResponseReturnValue:
    """Show one assignment: what one's team has written, and to organisers what has come in."""
    return _one(gathering_id, assignment_id)


def _one(gathering_id: str, assignment_id: str, **kept: Any) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        row = assignment_row(session, gathering_id, assignment_id, today())
        shown: dict[str, Any] = {
            "own": own_answers(session, actor_of_request().user_id, gathering_id, assignment_id),
            "answers": answers_to(session, assignment_id),
            "missing": missing_teams(session, gathering_id, assignment_id),
        }
    more: dict[str, Any] = {"kept": "", "kept_of": "", "problem": None, "status": 200, **kept}
    return framed("assignment", gathering_id, "assignments", row=row, form=_form(row), **shown, **more)


def _form(row: AssignmentRow) -> AssignmentForm:
    due_on = date.fromisoformat(row.due_on) if row.due_on else None
    return AssignmentForm(
        formdata=None, id=row.id, title=row.title, about=row.about, when=row.when, due_on=due_on
    )


@gatherings.post("/gatherings/<gathering_id>/assignments/<assignment_id>/teams/<team_id>")
def hand_in(gathering_id: str, assignment_id: str, team_id: str) -> ResponseReturnValue:
    """Keep or hand in what a team writes; a refusal keeps what was typed on the page."""
    with db.sessionmaker() as session:
        require_same_network(session, gathering_id, team_id)
    text = request.form.get("text", "").replace("\r\n", "\n")
    data = {
        "team_id": team_id,
        "assignment_id": assignment_id,
        "base_version": request.form.get("base_version", type=int),
        "text": text,
        "ready": asked_for("keep", "hand_in") == "hand_in",
    }
    try:
        do("hand_in", data)
    except SafeError as error:
        problem = {"problem": error.message, "status": error.status}
        return _one(gathering_id, assignment_id, kept=text, kept_of=team_id, **problem)
    flash(gettext("Handed in. The organisers can read it now.") if data["ready"] else gettext("Saved."))
    return back_to("assignment", gathering_id, assignment_id=assignment_id)


@gatherings.post("/gatherings/<gathering_id>/assignments/<assignment_id>/feedback")
def give_feedback(gathering_id: str, assignment_id: str) -> ResponseReturnValue:
    """Tell a team what one thinks of what it has handed in."""
    submission_id = request.form.get("submission_id", "")
    texts = {name: request.form.get(name, "").replace("\r\n", "\n") for name in ("text", "instead_of")}
    do("give_feedback", {"gathering_id": gathering_id, "submission_id": submission_id, **texts})
    return back_to("assignment", gathering_id, f"answer-{submission_id}", assignment_id=assignment_id)
