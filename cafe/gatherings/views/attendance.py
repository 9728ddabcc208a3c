"""Who is there today: ticked at the door on a phone, all at once, and undone."""

from __future__ import annotations

from collections.abc import Sequence

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from cafe.clock import today
from cafe.db import db
from cafe.gatherings.facts.attendance import AttendanceFacts, attendance_on
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import back_to, do, framed


@gatherings.get("/gatherings/<gathering_id>/attendance")
def attendance(gathering_id: str) -> ResponseReturnValue:
    """Show who is there on a day."""
    return _page(gathering_id, request.args.get("day"))


def _page(gathering_id: str, day: str | None, noted: Sequence[str] = ()) -> ResponseReturnValue:
    """Show a day; `noted` are those who were noted at once just now, so that it can be undone."""
    with db.sessionmaker() as session:
        facts = attendance_on(session, gathering_id, day, today())
    return framed("attendance", gathering_id, "attendance", facts=facts, noted=noted)


@gatherings.post("/gatherings/<gathering_id>/attendance")
def note_attendance(gathering_id: str) -> ResponseReturnValue:
    """Note people as there or not: those named, those who came into the café, or the whole list."""
    day, here = request.form.get("day", ""), request.form.get("here") == "yes"
    wanted = request.form.getlist("participant_id")
    asked = {"gathering_id": gathering_id, "day": day, "here": here}
    if request.form.get("answer") == "json":
        result = do("set_attendance", {**asked, "participant_ids": wanted}, request.form.get("id", ""))
        return jsonify(result)
    if request.form.get("do") in {"proposed", "all"}:
        with db.sessionmaker() as session:
            wanted = _meant(attendance_on(session, gathering_id, day, today()), request.form["do"])
    changed = do("set_attendance", {**asked, "participant_ids": wanted})["changed"] if wanted else []
    if here and len(changed) > 1:
        # Shown at once instead of leading on: only this page knows who was noted, and can undo it.
        return _page(gathering_id, day, changed)
    return back_to("attendance", gathering_id, day=day)


def _meant(facts: AttendanceFacts, which: str) -> list[str]:
    meant = facts.proposed if which == "proposed" else facts.people
    return [person.id for person in meant if not person.here]
