"""A thought from a table becomes a measure, is reported, returns on an agenda, and leads back.

Whoever has signed in walks by links alone: no address is typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.commands.rounds import Ending, Finish
from cafe.gatherings.commands import CreateGathering
from cafe.harvest.commands.board import CreateTheme
from cafe.harvest.commands.conclusions import ApproveConclusion, RestOn, WriteConclusion
from cafe.harvest.commands.publication import Publish
from cafe.plans.commands.life import StartPlan, SubmitPlan
from cafe.plans.commands.plan import CreatePlan
from tests.support.actors import Person
from tests.support.browser import chromium, close_window, open_window  # noqa: F401 - a fixture among them
from tests.support.cafe import PASSWORD, make_hall
from tests.support.server import Server
from tests.support.team_samples import with_teams
from tests.support.words import Words
from tests.support.world import World

pytestmark = pytest.mark.browser
THOUGHT = "Den som er alene med erfaringen sin, blir fort et alibi"
CONCLUSION = "Ansett minst to om gangen"
NEXT, PUBLISHED, PLAN = "Nettverkssamling 3", "Det vi sa", "Planen"


@dataclass
class Host(Person):
    """A table host, on a phone."""

    def writes_down(self, server: Server, world: World, text: str) -> None:
        """Write a note at the table."""
        hall = world.hall
        ticket = {"name": "ticket", "value": server.ticket(hall.participants[0]), "url": server.url}
        self.page.context.add_cookies([ticket])  # type: ignore[list-item]
        self.window.goes_to(f"/cafe/{hall.session_id}/table")
        composer = self.page.locator("#new-note")
        composer.fill(text)
        composer.press("Enter")
        expect(self.page.locator('.note[data-state="saved"]')).to_have_count(1)


@dataclass
class Walker(Person):
    """Somebody with an account, who finds everything by links from where they come home to."""

    def comes_home(self, email: str, password: str) -> None:
        """Sign in, and be where one comes home to."""
        self.window.goes_to("/sign-in?next=/home")
        self.page.locator("#email").fill(email)
        self.page.locator("#password").fill(password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile("/(teams|networks)/"))

    def follows(self, name: str, within: str = "main") -> None:
        """Follow the first link of this name."""
        self.page.locator(within).get_by_role("link", name=name).first.click()

    def is_led_to(self, address: str, text: str) -> None:
        """Check that the last link led to a place on a page, and what stands there."""
        expect(self.page).to_have_url(re.compile(address))
        expect(self.page.locator(":target")).to_contain_text(text)

    def goes_back_to_where_it_was_said(self) -> None:
        """Go from a measure to the conclusion it comes from, and on to the note that one rests on."""
        self.page.locator(":target").locator("a[href*='/said/']").first.click()
        expect(self.page).to_have_url(re.compile("/published/.*#conclusion-"))
        expect(self.page.locator(".onward").first).to_contain_text(CONCLUSION)  # and what came of it
        self.page.locator("a[href^='#note-']").first.click()
        self.is_led_to("#note-", THOUGHT)


@dataclass
class Coordinator(Walker):
    """Somebody who coordinates a municipality's team, on a phone."""

    def finds_what_was_published(self, network: str) -> None:
        """Go from the team to what its network's gathering came to."""
        self.follows(network, ".place-head")
        self.follows(PUBLISHED)
        expect(self.page).to_have_url(re.compile("/published/"))

    def takes_home(self, title: str) -> None:
        """Make a measure of a conclusion, with one tap on the page where it stands."""
        conclusion = self.page.locator(".onward").filter(has=self.page.get_by_role("button")).first
        conclusion.get_by_role("button", name=self.words("a measure")).click()
        expect(self.page.locator("#taken")).to_contain_text(self.words("Taken home."))
        self.page.locator("#taken").get_by_role("link").first.click()
        expect(self.page.locator(".plan-measure").filter(has_text=title).first).to_be_visible()

    def has_it_ready_for(self, gathering: str, title: str) -> None:
        """Set the deadline of the measure, which is open on the page, to a gathering."""
        line = self.page.locator(".plan-measure").filter(has_text=title).first
        line.locator("fieldset.due select").select_option(label=gathering)
        expect(line.locator(".plan-measure__facts")).to_contain_text(gathering)

    def says_it_is(self, status: str, title: str) -> None:
        """Say by two taps where the measure stands."""
        line = self.page.locator(".plan-measure").filter(has_text=title).first
        line.locator(".plan-measure__mark").click()
        self.page.get_by_role("button", name=self.words(status), exact=True).click()
        expect(line.locator(".told")).to_contain_text(self.words("Saved"))

    def reports(self) -> None:
        """Let the report fill itself, and hand it in."""
        self.follows(self.words("Report"), "nav.steps")
        self.page.get_by_role("button").filter(has_text=self.words("Fill in what the plan knows")).click()
        expect(self.page.locator("#report textarea").first).to_have_value(re.compile(CONCLUSION))
        self.presses("Hand the report in")
        expect(self.page.locator("#report")).to_have_count(0)  # it is read now, by everyone


@dataclass
class Organiser(Walker):
    """Who prepares the next gathering, at a laptop."""


def concluded(world: World) -> None:
    """Let the organisers make a conclusion of the note and publish it."""
    from sqlalchemy import select

    from cafe.db import db
    from cafe.dialogue.model import Note

    hall, theme, conclusion = world.hall, new_key(), new_key()
    sid = hall.session_id
    with world.app.app_context(), db.sessionmaker() as session:
        note = session.scalars(select(Note.id).where(Note.session_id == sid, Note.text == THOUGHT)).one()
    hall.do(Finish(session_id=sid, from_step=hall.step(), phase=Ending.HARVEST))
    hall.do(CreateTheme(session_id=sid, theme_id=theme, title="Ingen alene", note_ids=(note,)))
    text = f"Det sa mange bord. [#{note}]"
    write = WriteConclusion(
        session_id=sid, conclusion_id=conclusion, title=CONCLUSION, base_version=0, text=text
    )
    hall.do(write)
    hall.do(RestOn(session_id=sid, conclusion_id=conclusion, theme_ids=(theme,)))
    approve = ApproveConclusion(session_id=sid, conclusion_id=conclusion, version=1, without_hosts=True)
    hall.do(approve)
    hall.do(Publish(session_id=sid, title=PUBLISHED, looked_at=True))


def a_period_until_the_next_gathering(world: World) -> str:
    """Plan the next gathering, and let the team have a plan until then; give the network's name."""
    from cafe.db import db
    from cafe.gatherings.model import Gathering
    from cafe.network.model import Network

    gathering, plan = new_key(), new_key()
    with world.app.app_context(), db.sessionmaker() as session:
        network = session.get_one(Network, session.get_one(Gathering, world.hall.gathering_id).network_id)
    following = CreateGathering(
        new_gathering_id=gathering, network=network.name, title=NEXT, starts_on="2031-02-08"
    )
    world.hall.do(following)
    lead = Actor(user_id=world.teams.lead)
    begin = CreatePlan(team_id=world.teams.team, new_plan_id=plan, title=PLAN, to_gathering_id=gathering)
    for step in (begin, SubmitPlan(plan_id=plan), StartPlan(plan_id=plan)):
        world.hall.do(step, lead)
    return network.name


def test_one_thought_becomes_a_measure_is_reported_and_returns_and_leads_back(
    server: Server,
    chromium: Browser,  # noqa: F811 - the fixture
) -> None:
    world = World(make_hall(server.app), make_hall(server.app), new_key(), new_key(), new_key())
    with_teams(world)
    for _ in range(3):
        world.hall.advance()
    phone: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    laptop: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
    words = Words("nb")
    host = Host(window=open_window(chromium, server.url, "host", **phone), words=words)
    coordinator = Coordinator(window=open_window(chromium, server.url, "coordinator", **phone), words=words)
    organiser = Organiser(window=open_window(chromium, server.url, "organiser", **laptop), words=words)

    host.writes_down(server, world, THOUGHT)
    concluded(world)
    network = a_period_until_the_next_gathering(world)

    coordinator.comes_home(f"{world.teams.lead.lower()}@example.org", "long enough words")
    coordinator.finds_what_was_published(network)
    coordinator.takes_home(CONCLUSION)
    coordinator.has_it_ready_for(NEXT, CONCLUSION)
    coordinator.says_it_is("In progress", CONCLUSION)
    coordinator.reports()
    coordinator.follows(CONCLUSION)  # from the report to the measure in its plan
    coordinator.is_led_to("/read#measure-", CONCLUSION)
    coordinator.goes_back_to_where_it_was_said()

    organiser.comes_home(world.hall.email, PASSWORD)
    organiser.follows(NEXT)
    organiser.follows(words("Agenda"), "nav.steps")
    organiser.takes_picture("agenda")
    organiser.follows(CONCLUSION)  # from the agenda to the measure
    organiser.is_led_to("/read#measure-", CONCLUSION)
    organiser.goes_back_to_where_it_was_said()
    organiser.follows(CONCLUSION, ".onward")  # and forward again, to what came of it
    organiser.is_led_to("/read#measure-", CONCLUSION)
    for person in (host, coordinator, organiser):
        assert person.window.amiss == []
        close_window(person.window)
