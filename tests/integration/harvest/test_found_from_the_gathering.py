"""What a café came to is found from its gathering, and from the network, by who may read it."""

from __future__ import annotations

import pytest

from cafe.db import db
from cafe.gatherings.published import published_pages
from cafe.harvest.commands.publication import Readers, Unpublish
from tests.support.taking_home import english, publish_conclusion
from tests.support.world import World

LINK = 'href="{}"'


def shown(world: World, who: str, path: str, address: str) -> bool:
    """Tell whether a page that somebody may open leads to what is published."""
    answer = english(world, who).get(path)
    assert answer.status_code == 200, path
    return LINK.format(address) in answer.text


def pages(world: World) -> list[str]:
    about = f"/gatherings/{world.hall.gathering_id}"
    return [f"{about}/programme", f"{about}/assignments", f"{about}/agenda"]


@pytest.mark.parametrize("who", ["team member", "organiser"])
def test_every_page_of_a_gathering_and_its_network_leads_to_what_was_published(
    world: World, who: str
) -> None:
    network = f"/networks/{world.teams.network}"
    address = publish_conclusion(world)
    for path in [*pages(world), network]:
        assert shown(world, who, path, address), path
    world.hall.do(Unpublish(session_id=world.session_id))
    for path in [*pages(world), network]:
        assert not shown(world, who, path, address), path


def test_who_takes_part_is_led_there_too(world: World) -> None:
    address = publish_conclusion(world)
    assert shown(world, "guest", pages(world)[0], address)


@pytest.mark.parametrize(("audience", "seen"), [(Readers.NETWORK, False), (Readers.EVERYONE, True)])
def test_what_is_for_the_network_is_not_named_to_others(
    world: World, audience: Readers, *, seen: bool
) -> None:
    address = publish_conclusion(world, audience)
    with world.app.test_request_context(), db.sessionmaker() as session:
        found = published_pages(session, world.actors()["member elsewhere"], [world.hall.gathering_id])
    assert [page.address for page in found] == ([address] if seen else [])
