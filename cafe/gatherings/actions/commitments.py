"""What somebody will do in their own role: theirs alone, unless they share it with a team."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotAllowed, NotFound
from cafe.gatherings.actions.found import gathering_of, team_of_network
from cafe.gatherings.commands import ChangeCommitment, CommitOneself
from cafe.gatherings.model import Commitment
from cafe.gatherings.queries import own_participant
from cafe.perform import Result, action


@action(CommitOneself)
def commit_oneself(session: Session, actor: Actor, command: CommitOneself, _now: int) -> Result:
    """Write down what one will do. Raises NotAllowed for somebody without a place of their own."""
    gathering = gathering_of(session, command.gathering_id)
    participant = own_participant(session, actor, gathering.id)
    if participant is None:
        raise NotAllowed
    if session.get(Commitment, command.commitment_id) is not None:
        raise BadInput(field="commitment_id")
    if command.team_id is not None:
        team_of_network(session, command.team_id, gathering.network_id)
    session.add(
        Commitment(
            id=command.commitment_id,
            gathering_id=gathering.id,
            participant_id=participant.id,
            team_id=command.team_id,
            text=command.text,
            done=False,
        )
    )
    return {"commitment_id": command.commitment_id}


@action(ChangeCommitment)
def change_commitment(session: Session, actor: Actor, command: ChangeCommitment, _now: int) -> Result:
    """Change one's own commitment; nobody else can, whoever they are."""
    gathering = gathering_of(session, command.gathering_id)
    participant = own_participant(session, actor, gathering.id)
    if participant is None:
        raise NotAllowed
    commitment = session.get(Commitment, command.commitment_id)
    if commitment is None or commitment.participant_id != participant.id:
        raise NotFound
    if command.text is not None:
        commitment.text = command.text
    if command.done is not None:
        commitment.done = command.done
    if command.alone:
        commitment.team_id = None
    elif command.team_id is not None:
        commitment.team_id = team_of_network(session, command.team_id, gathering.network_id).id
    return {}
