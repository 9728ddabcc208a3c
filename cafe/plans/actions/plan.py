"""What happens when something is asked of a plan as a whole."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import BadInput, NotFound
from cafe.gatherings.model import Gathering
from cafe.live.model import Stream
from cafe.live.stamp import open_stream
from cafe.network.model import Team
from cafe.perform import Result, action
from cafe.plans.actions.carrying import carry
from cafe.plans.actions.found import worked_on
from cafe.plans.actions.plan_from_template import fill
from cafe.plans.commands.plan import CreatePlan
from cafe.plans.model import WorkPlan
from cafe.plans.templates import TEMPLATES


@action(CreatePlan)
def create_plan(session: Session, _actor: Actor, command: CreatePlan, now: int) -> Result:
    """Begin a plan.

    Raises NotFound for a gathering of another network or a plan of another team, BadInput for a template
    there is not.
    """
    team = session.get_one(Team, command.team_id)
    template = TEMPLATES.get(command.template)
    if template is None:
        raise BadInput(field="template")
    if session.get(WorkPlan, command.new_plan_id) is not None:
        raise BadInput(field="new_plan_id")
    for gathering_id in (command.from_gathering_id, command.to_gathering_id):
        require_own_gathering(session, team.network_id, gathering_id)
    before = session.get(WorkPlan, command.follows_id) if command.follows_id else None
    if command.follows_id and (before is None or before.team_id != team.id):
        raise NotFound
    plan_id = command.new_plan_id
    open_stream(session, Stream(id=plan_id, kind="plan", epoch=new_key()))
    session.add(
        WorkPlan(
            id=plan_id,
            stream_id=plan_id,
            team=team,
            title=command.title,
            template=command.template,
            from_gathering_id=command.from_gathering_id,
            to_gathering_id=command.to_gathering_id,
            follows_id=command.follows_id,
            created_at=now,
        )
    )
    session.flush()
    plan = worked_on(session, plan_id, now)
    fill(session, plan, template, command.language, now)
    if before is not None and command.carry_over:
        carry(session, before, plan, now)
    return {"plan_id": plan_id}


def require_own_gathering(session: Session, network_id: str, gathering_id: str | None) -> None:
    """Refuse a gathering of another network. Raises NotFound."""
    gathering = session.get(Gathering, gathering_id) if gathering_id else None
    if gathering_id and (gathering is None or gathering.network_id != network_id):
        raise NotFound
