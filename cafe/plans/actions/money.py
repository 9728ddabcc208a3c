"""What happens when something is asked about who pays for a plan."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import NotFound
from cafe.perform import Result, action
from cafe.plans.actions.found import last_position, worked_on
from cafe.plans.actions.kept import change_named, of_this_plan
from cafe.plans.actions.shown import put_back, take_out
from cafe.plans.commands.money import RemoveFunding, RestoreFunding, SetFunding
from cafe.plans.model import Funding


@action(SetFunding)
def set_funding(session: Session, _actor: Actor, command: SetFunding, now: int) -> Result:
    """Say where money comes from, or change it."""
    plan = worked_on(session, command.plan_id, now)
    funding = of_this_plan(session, Funding, plan.id, command.funding_id, "funding_id")
    if funding is None:
        position = last_position(session, Funding, plan.id)
        funding = Funding(id=command.funding_id, stream_id=plan.id, plan=plan, position=position)
        session.add(funding)
    change_named(funding, command, ("source", "amount", "currency", "words", "position"))
    return {}


@action(RemoveFunding)
def remove_funding(session: Session, _actor: Actor, command: RemoveFunding, now: int) -> Result:
    """Take a source of money out."""
    worked_on(session, command.plan_id, now)
    take_out(session, _funding(session, command))
    return {}


@action(RestoreFunding)
def restore_funding(session: Session, _actor: Actor, command: RestoreFunding, now: int) -> Result:
    """Put a source of money back."""
    worked_on(session, command.plan_id, now)
    put_back(session, _funding(session, command))
    return {}


def _funding(session: Session, command: RemoveFunding | RestoreFunding) -> Funding:
    funding = of_this_plan(session, Funding, command.plan_id, command.funding_id, "funding_id")
    if funding is None:
        raise NotFound
    return funding
