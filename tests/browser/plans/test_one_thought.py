"""A thought from a table becomes a measure, is reported, returns on an agenda, and leads back by links."""

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
NEXT = "Nettverkssamling 3"


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
class Coordinator(Person):
    """Somebody who coordinates a municipality's team, on a phone."""

    def signs_in(self, user_id: str, path: str) -> None:
        """Sign in on the way to a page."""
        self.window.goes_to(f"/sign-in?next={path}")
        self.page.locator("#email").fill(f"{user_id.lower()}@example.org")
        self.page.locator("#password").fill("long enough words")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"**{path}")

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

    def reports(self, path: str) -> None:
        """Let the report fill itself, and hand it in."""
        self.window.goes_to(path)
        self.page.get_by_role("button").filter(has_text=self.words("Fill in what the plan knows")).click()
        expect(self.page.locator("#report textarea").first).to_have_value(re.compile(CONCLUSION))
        self.presses("Hand the report in")
        expect(self.page.locator("#report")).to_have_count(0)  # it is read now, by everyone
        expect(self.page.get_by_text(CONCLUSION).first).to_be_visible()


@dataclass
class Organiser(Person):
    """Who prepares the next gathering, at a laptop."""

    def signs_in(self, email: str, path: str) -> None:
        """Sign in on the way to a page."""
        self.window.goes_to(f"/sign-in?next={path}")
        self.page.locator("#email").fill(email)
        self.page.locator("#password").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"**{path}")

    def follows(self, name: str) -> None:
        """Follow the first link of this name."""
        self.page.get_by_role("link", name=name).first.click()


def concluded(world: World) -> str:
    """Let the organisers make a conclusion of the note and publish it; give the page's address."""
    from sqlalchemy import select

    from cafe.db import db
    from cafe.dialogue.model import Note
    from cafe.harvest.model import Publication

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
    hall.do(Publish(session_id=sid, title="Det vi sa", looked_at=True))
    with world.app.app_context(), db.sessionmaker() as session:
        slug = session.scalars(select(Publication.slug).where(Publication.session_id == sid)).one()
    return f"/published/{slug}"


def a_period_until_the_next_gathering(world: World) -> tuple[str, str]:
    """Plan the next gathering, and let the team have a plan until then; give both."""
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
    begin = CreatePlan(team_id=world.teams.team, new_plan_id=plan, title="Planen", to_gathering_id=gathering)
    for step in (begin, SubmitPlan(plan_id=plan), StartPlan(plan_id=plan)):
        world.hall.do(step, lead)
    return gathering, plan


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
    published = concluded(world)
    gathering, plan = a_period_until_the_next_gathering(world)

    coordinator.signs_in(world.teams.lead, published)
    coordinator.takes_home(CONCLUSION)
    coordinator.has_it_ready_for(NEXT, CONCLUSION)
    coordinator.says_it_is("In progress", CONCLUSION)
    coordinator.reports(f"/plans/{plan}/reports/{gathering}")

    organiser.signs_in(world.hall.email, f"/gatherings/{gathering}/agenda")
    organiser.takes_picture("agenda")
    organiser.follows(CONCLUSION)  # from the agenda to the measure
    expect(organiser.page).to_have_url(re.compile(f"/plans/{plan}/read#measure-"))
    organiser.page.locator(":target").locator("a[href*='/said/']").first.click()  # to the conclusion
    expect(organiser.page).to_have_url(re.compile(f"{published}#conclusion-"))
    expect(organiser.page.locator(".onward").first).to_contain_text(CONCLUSION)  # and what came of it
    organiser.page.locator("a[href^='#note-']").first.click()  # to the note it rests on
    expect(organiser.page.locator(":target")).to_contain_text(THOUGHT)
    for person in (host, coordinator, organiser):
        assert person.window.amiss == []
        close_window(person.window)
