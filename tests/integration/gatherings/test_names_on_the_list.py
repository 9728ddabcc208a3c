"""A name on the list is found however it is typed, also when it begins with Å."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from cafe.actor import NOBODY
from cafe.commands import new_key
from cafe.db import db
from cafe.gatherings.commands import AddOrganisation, JoinGathering, RegisterParticipant
from cafe.network.model import Organisation
from tests.support.cafe import make_hall


@pytest.mark.parametrize("typed", ["Åse Ødegård", "åse ødegård", "ÅSE  ØDEGÅRD"])
def test_a_name_is_claimed_in_any_case(app: Flask, typed: str) -> None:
    hall = make_hall(app, people=3, planned=False)
    listed = new_key()
    hall.do(
        RegisterParticipant(gathering_id=hall.gathering_id, participant_id=listed, display_name="Åse Ødegård")
    )
    join = JoinGathering(gathering_id=hall.gathering_id, participant_id=new_key(), display_name=typed)
    assert hall.do(join, NOBODY)["participant_id"] == listed


def test_an_organisation_is_the_same_in_any_case(app: Flask) -> None:
    hall = make_hall(app, people=3, planned=False)
    ids = {
        str(hall.do(AddOrganisation(gathering_id=hall.gathering_id, title=title))["organisation_id"])
        for title in ("Øygarden", "øygarden", "ØYGARDEN")
    }
    assert len(ids) == 1
    with app.app_context(), db.sessionmaker() as session:
        query = select(func.count()).where(Organisation.id.in_(ids))
        assert session.scalar(query) == 1


def test_who_is_seated_already_is_not_planned_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = make_hall(app, people=6)
    monkeypatch.setattr("cafe.dialogue.actions.seating.plan_seating", lambda _: pytest.fail("planned again"))
    name = "Person 5"
    join = JoinGathering(gathering_id=hall.gathering_id, participant_id=new_key(), display_name=name)
    assert hall.do(join, NOBODY)["participant_id"] == hall.participants[5]
