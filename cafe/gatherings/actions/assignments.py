"""What happens to assignments and to what teams hand in."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import BadInput, NotFound, SafeError
from cafe.gatherings.actions.found import gathering_of, team_of_network
from cafe.gatherings.commands import GiveFeedback, HandIn, RemoveAssignment, RestoreAssignment, SetAssignment
from cafe.gatherings.model import Assignment, Submission
from cafe.i18n import lazy
from cafe.perform import Result, action

NOTHING_YET = lazy("There is no text yet. Write a few words before you hand it in.")


class WrittenMeanwhile(SafeError):
    """Somebody else has changed a text since this edit began."""

    code = "written_meanwhile"
    status = 409
    default = lazy(
        "Somebody in your team has changed the text meanwhile. Nothing is lost: both texts are below."
    )


@action(SetAssignment)
def set_assignment(session: Session, _actor: Actor, command: SetAssignment, _now: int) -> Result:
    """Ask the teams for something, or change what is asked."""
    gathering = gathering_of(session, command.gathering_id)
    assignment = session.get(Assignment, command.assignment_id)
    if assignment is None:
        assignment = Assignment(id=command.assignment_id, gathering_id=gathering.id)
        session.add(assignment)
    elif assignment.gathering_id != gathering.id:
        raise NotFound
    for name in ("title", "about", "when", "due_on"):
        setattr(assignment, name, getattr(command, name))
    assignment.removed = False
    return {"assignment_id": assignment.id}


@action(RemoveAssignment)
def remove_assignment(session: Session, _actor: Actor, command: RemoveAssignment, _now: int) -> Result:
    """Take an assignment away, with what was written for it."""
    _assignment(session, command.gathering_id, command.assignment_id).removed = True
    return {}


@action(RestoreAssignment)
def restore_assignment(session: Session, _actor: Actor, command: RestoreAssignment, _now: int) -> Result:
    """Put an assignment back, with what was written for it."""
    _assignment(session, command.gathering_id, command.assignment_id).removed = False
    return {}


def _assignment(session: Session, gathering_id: str, assignment_id: str) -> Assignment:
    assignment = session.get(Assignment, assignment_id)
    if assignment is None or assignment.gathering_id != gathering_id:
        raise NotFound
    return assignment


@action(HandIn)
def hand_in(session: Session, _actor: Actor, command: HandIn, now: int) -> Result:
    """Write a team's answer. Raises WrittenMeanwhile when somebody else has written since."""
    # Locked, so that of two who write at once the second is told instead of writing over the first.
    assignment = session.get(Assignment, command.assignment_id, with_for_update=True)
    if assignment is None or assignment.removed:
        raise NotFound
    gathering = gathering_of(session, assignment.gathering_id)
    team = team_of_network(session, command.team_id, gathering.network_id)
    query = select(Submission).where(Submission.assignment_id == assignment.id, Submission.team_id == team.id)
    submission = session.scalars(query).first()
    if submission is None:
        submission = Submission(
            id=new_key(), assignment_id=assignment.id, team_id=team.id, text="", version=0
        )
        session.add(submission)
    if command.base_version > submission.version:
        raise BadInput(field="base_version")
    if command.text != submission.text:
        if command.base_version < submission.version:
            raise WrittenMeanwhile(field="text")
        submission.text = command.text
        submission.version += 1
    if command.ready and not command.text.strip():
        raise BadInput(NOTHING_YET, field="text")
    if command.ready and submission.handed_in_at is None:
        submission.handed_in_at = now
    return {"submission_id": submission.id, "version": submission.version}


@action(GiveFeedback)
def give_feedback(session: Session, _actor: Actor, command: GiveFeedback, now: int) -> Result:
    """Answer what a team has handed in; an empty text takes back what one has seen, and no more."""
    submission = session.get(Submission, command.submission_id)
    if submission is None or submission.handed_in_at is None:
        raise NotFound
    _assignment(session, command.gathering_id, submission.assignment_id)
    said = submission.feedback
    text = command.text
    if said not in {"", command.instead_of, text}:
        text = "\n\n".join(filter(None, (said, text)))
    submission.feedback = text
    submission.feedback_at = now if text else None
    return {}
