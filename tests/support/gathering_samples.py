"""A sample of every command about what belongs to a gathering besides its sessions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.gatherings import commands as gatherings
from cafe.people.rules import new_secret

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
DAY, FAR = "2027-02-08", "2999-12-31"
ITEM, ASSIGNMENT, COMMITMENT = "an-item", "an-assignment", "a-commitment"


def item(world: World, item_id: str, **said: Any) -> gatherings.SetProgrammeItem:
    """Give the command that puts a point into the programme."""
    given: dict[str, Any] = {"day": DAY, "starts": "09:00", "title": "Welcome", **said}
    return gatherings.SetProgrammeItem(gathering_id=world.hall.gathering_id, item_id=item_id, **given)


def assignment(world: World, assignment_id: str) -> gatherings.SetAssignment:
    """Give the command that asks the teams for something."""
    return gatherings.SetAssignment(
        gathering_id=world.hall.gathering_id, assignment_id=assignment_id, title="Talk with three users"
    )


def handed_in(world: World, text: str, base_version: int = 0) -> gatherings.HandIn:
    """Give the command by which the first team hands in its answer."""
    return gatherings.HandIn(
        team_id=world.teams.team,
        assignment_id=world.named(ASSIGNMENT),
        base_version=base_version,
        text=text,
    )


def _open(world: World) -> None:
    world.hall.do(gatherings.OpenRegistration(gathering_id=world.hall.gathering_id, until=FAR))


def _with_item(world: World) -> None:
    world.hall.do(item(world, world.named(ITEM)))


def _without_item(world: World) -> None:
    _with_item(world)
    world.hall.do(
        gatherings.RemoveProgrammeItem(gathering_id=world.hall.gathering_id, item_id=world.named(ITEM))
    )


def with_assignment(world: World) -> None:
    """Ask the teams for something."""
    world.hall.do(assignment(world, world.named(ASSIGNMENT)))


def _without_assignment(world: World) -> None:
    with_assignment(world)
    remove = gatherings.RemoveAssignment(
        gathering_id=world.hall.gathering_id, assignment_id=world.named(ASSIGNMENT)
    )
    world.hall.do(remove)


def with_submission(world: World) -> None:
    """Let the first team have handed something in."""
    with_assignment(world)
    world.hall.do(handed_in(world, "We talked"), Actor(user_id=world.teams.member))


def submission_of(world: World) -> str:
    """Give the id of what the first team has handed in."""
    from cafe.db import db
    from cafe.gatherings.model import Submission

    query = select(Submission.id).where(Submission.assignment_id == world.named(ASSIGNMENT))
    with world.app.app_context(), db.sessionmaker() as session:
        return session.scalars(query).first() or new_key()


def registration_secret(world: World) -> str:
    """Give the secret of the registration's link, or one that opens nothing while there is none."""
    from cafe.db import db
    from cafe.gatherings.model import Gathering

    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Gathering, world.hall.gathering_id).registration_secret or new_secret()


def commitment(world: World, commitment_id: str) -> gatherings.CommitOneself:
    """Give the command by which a guest says what they will do."""
    return gatherings.CommitOneself(
        gathering_id=world.hall.gathering_id, commitment_id=commitment_id, text="Ask before I advise"
    )


def _with_commitment(world: World) -> None:
    world.hall.do(commitment(world, world.named(COMMITMENT)), world.hall.guest(5))


def gathering_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about the series of gatherings, a valid sample and what has to happen first."""
    return (
        ("set_programme_item", lambda w: item(w, new_key()), None),
        (
            "remove_programme_item",
            lambda w: gatherings.RemoveProgrammeItem(gathering_id=w.hall.gathering_id, item_id=w.named(ITEM)),
            _with_item,
        ),
        (
            "restore_programme_item",
            lambda w: gatherings.RestoreProgrammeItem(
                gathering_id=w.hall.gathering_id, item_id=w.named(ITEM)
            ),
            _without_item,
        ),
        (
            "open_registration",
            lambda w: gatherings.OpenRegistration(gathering_id=w.hall.gathering_id, until=FAR),
            None,
        ),
        (
            "close_registration",
            lambda w: gatherings.CloseRegistration(gathering_id=w.hall.gathering_id),
            _open,
        ),
        (
            "register_oneself",
            lambda w: gatherings.RegisterOneself(
                registration_secret=registration_secret(w), participant_id=new_key(), display_name="Åse"
            ),
            _open,
        ),
        (
            "register_from_team",
            lambda w: gatherings.RegisterFromTeam(
                team_id=w.teams.team,
                gathering_id=w.hall.gathering_id,
                people=(gatherings.TeamPerson(id=new_key(), display_name="Åse"),),
            ),
            _open,
        ),
        ("set_assignment", lambda w: assignment(w, new_key()), None),
        (
            "remove_assignment",
            lambda w: gatherings.RemoveAssignment(
                gathering_id=w.hall.gathering_id, assignment_id=w.named(ASSIGNMENT)
            ),
            with_assignment,
        ),
        (
            "restore_assignment",
            lambda w: gatherings.RestoreAssignment(
                gathering_id=w.hall.gathering_id, assignment_id=w.named(ASSIGNMENT)
            ),
            _without_assignment,
        ),
        ("hand_in", lambda w: handed_in(w, "We talked"), with_assignment),
        (
            "give_feedback",
            lambda w: gatherings.GiveFeedback(
                gathering_id=w.hall.gathering_id, submission_id=submission_of(w), text="Well asked"
            ),
            with_submission,
        ),
        (
            "set_attendance",
            lambda w: gatherings.SetAttendance(
                gathering_id=w.hall.gathering_id,
                participant_ids=(w.hall.participants[5],),
                day=DAY,
                here=True,
            ),
            None,
        ),
        ("commit_oneself", lambda w: commitment(w, new_key()), None),
        (
            "change_commitment",
            lambda w: gatherings.ChangeCommitment(
                gathering_id=w.hall.gathering_id, commitment_id=w.named(COMMITMENT), done=True
            ),
            _with_commitment,
        ),
        (
            "answer_evaluation",
            lambda w: gatherings.AnswerEvaluation(
                gathering_id=w.hall.gathering_id,
                answer_id=new_key(),
                answers=gatherings.Evaluation(useful=4, keep="The walks"),
            ),
            None,
        ),
    )
