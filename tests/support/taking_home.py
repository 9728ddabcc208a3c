"""A published page with a conclusion, its theme and notes, in the network of the world's teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafe.commands import new_key
from cafe.harvest.commands.conclusions import ApproveConclusion
from cafe.harvest.commands.publication import Publish, Readers
from cafe.plans.commands import origins
from tests.support.conclusion_samples import HOME

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from cafe.actor import Actor
    from tests.support.world import World


def english(world: World, who: str) -> FlaskClient:
    """Give the browser of somebody in the world, who reads English."""
    from tests.integration.road.test_routes import client_of

    client = client_of(world, who)
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def publish_conclusion(world: World, audience: Readers = Readers.NETWORK) -> str:
    """Approve the conclusion of the world, publish, and give the page's path."""
    from tests.support.world import approved

    approved(world)
    sid = world.session_id
    world.hall.do(
        ApproveConclusion(session_id=sid, conclusion_id=world.named(HOME), version=1, without_hosts=True)
    )
    slug = world.hall.do(Publish(session_id=sid, title="What we said", audience=audience))["slug"]
    return f"/published/{slug}"


def taken_home(
    world: World, actor: Actor, plan_id: str, kind: str, thing_id: str, as_kind: str = "measure", **more: str
) -> str:
    """Let somebody take a thing home, and give the id of the goal or measure."""
    command = origins.TakeHome(
        plan_id=plan_id,
        as_kind=origins.AsKind(as_kind),
        row_id=new_key(),
        origin_kind=origins.OriginKind(kind),
        origin_session_id=world.session_id,
        origin_id=thing_id,
        **more,
    )
    return str(world.hall.do(command, actor)["row_id"])
