"""Who organises a network: somebody always does, also when two take each other out at once."""

from __future__ import annotations

from threading import Thread

import pytest
from flask import Flask

from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db
from cafe.errors import BadInput, NotAllowed, NotFound, SafeError
from cafe.gatherings.commands import ChangeGathering, CreateGathering
from cafe.network.actions.network import remove_network_organiser
from cafe.network.commands import ChangeNetwork, RemoveNetworkOrganiser
from cafe.network.model import Network
from cafe.network.queries import organisers_of_network
from tests.support.network import Place, make_network


def organising(place: Place) -> list[str]:
    with place.app.app_context(), db.sessionmaker() as session:
        return [user.id for user in organisers_of_network(session, place.id)]


def removal(place: Place, user_id: str | None) -> RemoveNetworkOrganiser:
    return RemoveNetworkOrganiser(network_id=place.id, user_id=str(user_id))


def test_whoever_is_invited_organises_and_whoever_is_removed_does_not(app: Flask) -> None:
    place = make_network(app)
    second = place.second_organiser()
    place.do(ChangeNetwork(network_id=place.id, title="Ours"), second)
    place.do(removal(place, second.user_id))
    with pytest.raises(NotAllowed):
        place.do(ChangeNetwork(network_id=place.id, title="Theirs"), second)


def test_whoever_is_removed_organises_no_gathering_of_the_network_either(app: Flask) -> None:
    place = make_network(app)
    second = place.second_organiser()
    gathering = new_key()
    begun = CreateGathering(new_gathering_id=gathering, network=title_of(place), title="Begun by the second")
    place.do(begun, second)
    place.do(removal(place, second.user_id))
    with pytest.raises(NotAllowed):
        place.do(ChangeGathering(gathering_id=gathering, title="Still mine"), second)
    place.do(ChangeGathering(gathering_id=gathering, title="Ours"))


def title_of(place: Place) -> str:
    with place.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Network, place.id).name


def test_the_last_one_stays(app: Flask) -> None:
    place = make_network(app)
    with pytest.raises(BadInput):
        place.do(removal(place, place.organiser.user_id))
    assert organising(place) == [place.organiser.user_id]


def test_two_who_take_each_other_out_at_once_leave_one(app: Flask) -> None:
    """The first has not stored yet when the second asks, as in another process."""
    place = make_network(app)
    first, second = place.organiser, place.second_organiser()
    told: list[str] = []

    def ask() -> None:
        try:
            place.do(removal(place, first.user_id), second)
        except SafeError as error:
            told.append(error.code)

    with app.app_context(), db.sessionmaker() as session:
        session.connection(execution_options={"writing": True})
        remove_network_organiser(session, first, removal(place, second.user_id), now_ms())
        session.flush()
        other = Thread(target=ask)
        other.start()
        other.join(0.5)
        assert other.is_alive(), "the second did not wait for the first"
        session.commit()
        other.join(20)
    assert told in ([BadInput.code], [NotAllowed.code])
    assert organising(place) == [first.user_id]


def test_the_page_invites_once_and_takes_out(app: Flask) -> None:
    place = make_network(app)
    browser = place.browser(place.organiser)
    somebody = {"display_name": "Ingrid", "email": "ingrid@example.org"}
    page = browser.post(f"/networks/{place.id}/organisers", data=somebody)
    assert "/invitation#" in page.text
    assert "/invitation#" not in browser.get(f"/networks/{place.id}/organisers").text
    [other] = set(organising(place)) - {place.organiser.user_id}
    taken_out = browser.post(f"/networks/{place.id}/organisers/{other}/remove")
    assert taken_out.location == f"/networks/{place.id}/organisers"
    refused = browser.post(f"/networks/{place.id}/organisers/{place.organiser.user_id}/remove")
    assert refused.status_code == 400
    assert organising(place) == [place.organiser.user_id]


def test_an_organiser_of_another_network_is_not_found_here(app: Flask) -> None:
    place, elsewhere = make_network(app), make_network(app)
    place.second_organiser()
    with pytest.raises(NotFound):
        place.do(removal(place, elsewhere.organiser.user_id))
