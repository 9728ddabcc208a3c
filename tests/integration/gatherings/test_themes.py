"""What a gathering is about, in a line: written by who prepares it, read with its programme."""

from __future__ import annotations

import pytest

from cafe.commands import new_key
from cafe.db import db
from cafe.gatherings.commands import ChangeGathering
from cafe.gatherings.model import Gathering
from tests.support.taking_home import english
from tests.support.world import World

THEMES = "User competence & the changed user role"
SHOWN = "User competence &amp; the changed user role"


def pages(world: World) -> list[str]:
    own = f"/gatherings/{world.hall.gathering_id}"
    return [own, f"{own}/programme"]


def test_what_a_gathering_is_about_is_written_once_and_read_by_who_comes(world: World) -> None:
    own, programme = pages(world)
    typed = {"title": "The gathering", "place": "Stavanger", "themes": THEMES}
    organiser = english(world, "organiser")
    assert organiser.post(f"{own}/change", data=typed).status_code == 302
    for path in (own, programme):
        assert f">{SHOWN}<" in organiser.get(path).text
    for who in ("team member", "guest"):
        assert f">{SHOWN}<" in english(world, who).get(programme).text
    assert f'value="{SHOWN}"' in organiser.get(own).text  # to be changed
    world.hall.do(ChangeGathering(gathering_id=world.hall.gathering_id, place="Bergen"))
    assert SHOWN in organiser.get(programme).text
    world.hall.do(ChangeGathering(gathering_id=world.hall.gathering_id, themes=""))
    assert SHOWN not in organiser.get(programme).text


@pytest.mark.parametrize("themes", ["", THEMES])
def test_a_gathering_is_begun_with_or_without_them(world: World, themes: str) -> None:
    key = new_key()
    typed = {"id": key, "title": "The next", "network": "A new network", "themes": themes}
    assert english(world, "organiser").post("/gatherings/new", data=typed).status_code == 302
    with world.app.app_context(), db.sessionmaker() as session:
        assert session.get_one(Gathering, key).themes == themes
