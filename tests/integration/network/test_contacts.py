"""Organisations, their units and whom to turn to: coverage, and who may see to it."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.commands import new_key
from cafe.db import db
from cafe.errors import BadInput, NotAllowed
from cafe.network import commands as network
from cafe.network.commands import ContactKind
from cafe.network.queries.contacts import OrganisationsFacts, organisations_facts
from tests.support.network import Place, make_network


def facts(place: Place) -> OrganisationsFacts:
    with place.app.app_context(), db.sessionmaker() as session:
        return organisations_facts(session, place.id)


def test_coverage_is_of_those_who_take_part_and_gaps_have_names(app: Flask) -> None:
    place = make_network(app)
    sola, time = place.organisation("Sola"), place.organisation("Time")
    organising = new_key()
    place.do(
        network.AddNetworkOrganisation(
            network_id=place.id,
            organisation_id=organising,
            title="Centre",
            role=network.OrganisationRole.ORGANISER,
        )
    )
    whole, bare = place.unit(sola, "Day house"), place.unit(sola, "North")
    place.unit(organising, "Office")
    place.contact(sola, whole, ContactKind.RECOVERY_CONTACT)
    place.contact(sola, whole, ContactKind.HEAD)
    place.contact(sola, bare, ContactKind.HEAD)
    found = facts(place)
    assert (found.coverage.contact_percent, found.coverage.head_percent) == (50, 100)
    assert found.coverage.without_contact == ("Sola: North",)
    assert found.without_units == ("Time",)
    assert [line.name for line in found.lines] == ["Centre", "Sola", "Time"]
    page = place.browser(place.organiser).get(f"/networks/{place.id}/organisations").text
    assert "50 %" in page
    assert "Sola: North" in page
    assert place.browser(place.organiser).get(f"/organisations/{time}").status_code == 200


def test_a_unit_taken_off_the_list_takes_its_contacts_along(app: Flask) -> None:
    place = make_network(app)
    sola = place.organisation("Sola")
    unit = place.unit(sola, "Day house")
    place.contact(sola, unit, ContactKind.RECOVERY_CONTACT)
    place.do(network.RemoveUnit(organisation_id=sola, unit_id=unit))
    assert facts(place).coverage.units == 0


def test_a_team_sees_to_the_units_of_its_own_organisation_only(app: Flask) -> None:
    place = make_network(app)
    own, other = place.organisation("Sola"), place.organisation("Time")
    member = place.takes_in(place.team(own))
    unit = network.SetUnit(organisation_id=own, unit_id=new_key(), title="Day house")
    place.do(unit, member)
    with pytest.raises(NotAllowed):
        place.do(network.SetUnit(organisation_id=other, unit_id=new_key(), title="Day house"), member)
    assert "/units/" in place.browser(member).get(f"/organisations/{own}").text
    assert "/units/" not in place.browser(member).get(f"/organisations/{other}").text


def test_no_two_organisations_of_a_network_have_one_name(app: Flask) -> None:
    title = " SOLA "
    place, elsewhere = make_network(app), make_network(app)
    place.organisation("Sola")
    other = place.organisation("Time")
    with pytest.raises(BadInput):
        place.organisation(title)
    with pytest.raises(BadInput):
        place.do(
            network.ChangeOrganisation(
                network_id=place.id,
                organisation_id=other,
                title=title,
                kind=network.OrganisationKind.MUNICIPALITY,
                role=network.OrganisationRole.MEMBER,
            )
        )
    elsewhere.organisation(title)


def test_forms_say_beside_the_field_what_is_wrong(sqlite_app: Flask) -> None:
    place = make_network(sqlite_app)
    sola = place.organisation("Sola")
    unit = place.unit(sola, "Day house")
    browser = place.browser(place.organiser)
    page = browser.post(
        f"/organisations/{sola}/units/{unit}/contacts",
        data={"id": new_key(), "kind": "head", "display_name": "Per", "email": "no address"},
    )
    assert page.status_code == 400
    assert 'value="no address"' in page.text
    same = browser.post(f"/organisations/{sola}/units", data={"id": new_key(), "title": "day house"})
    assert same.status_code == 400
    done = browser.post(
        f"/organisations/{sola}/units/{unit}/contacts",
        data={"id": new_key(), "kind": "head", "display_name": "Per", "email": "Per@Example.org"},
    )
    assert done.status_code == 302
    assert "per@example.org" in browser.get(f"/organisations/{sola}").text
