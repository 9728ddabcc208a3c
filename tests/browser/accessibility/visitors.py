"""Who looks at the pages: a browser each, with the cookies that let them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ViewportSize
from sqlalchemy import select

from cafe.actor import SERVER
from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.model import Seat
from cafe.gatherings.model import Gathering
from cafe.harvest.model import Publication
from cafe.people.commands import AddUser
from cafe.perform import perform
from cafe.simulator.browser import Browser as PlainBrowser
from tests.faults.proxy import FaultProxy
from tests.support.browser import Window, close_window, open_window
from tests.support.cafe import Hall
from tests.support.server import Server
from tests.support.team_samples import Teams

NARROW, WIDE = ViewportSize(width=360, height=640), ViewportSize(width=1280, height=800)
# Person 0 hosts table 1, person 1 hosts table 2; the others are guests.
PEOPLE = {"guest": 5, "other guest": 6, "third guest": 7, "host": 0, "host of table 2": 1}


@dataclass
class House:
    """A server with one hall, and the windows into it."""

    browser: Browser
    server: Server
    line: FaultProxy
    hall: Hall
    teams: Teams = field(default_factory=Teams)
    windows: dict[str, Window] = field(default_factory=dict)

    @property
    def join_code(self) -> str:
        """Give the code on the wall."""
        with self.server.app.app_context(), db.sessionmaker() as session:
            return session.get_one(Gathering, self.hall.gathering_id).join_code

    def address(self, path: str) -> str:
        """Fill in a path with what it names in this hall."""
        named = {
            "session": self.hall.session_id,
            "gathering": self.hall.gathering_id,
            "network": self.teams.network,
            "organisation": self.teams.organisation,
            "team": self.teams.team,
            "plan": self.teams.plan,
            "draft": self.teams.draft,
        }
        if "{slug}" in path:
            with self.server.app.app_context(), db.sessionmaker() as session:
                page = select(Publication.slug).where(Publication.session_id == self.hall.session_id)
                named["slug"] = session.scalars(page).one()
        return path.format(**named)

    def window(self, who: str) -> Window:
        """Give somebody's window. It stays open, so that what they see next need not be fetched anew."""
        if who not in self.windows:
            self.windows[who] = self._opened(who)
        return self.windows[who]

    def close(self, *people: str) -> None:
        """Close the windows of some, or of all."""
        for who in people or tuple(self.windows):
            close_window(self.windows.pop(who))

    def _opened(self, who: str) -> Window:
        home = self.line.url if who.startswith("offline ") else self.server.url
        # What a service worker keeps is looked at elsewhere; here it would fetch everything for each of them.
        how: dict[str, Any] = {"reduced_motion": "reduce", "service_workers": "block"}
        window = open_window(self.browser, home, who, **how)
        window.offline = who.startswith("offline ")
        cookies = self._cookies(who.removeprefix("offline "))
        window.page.context.add_cookies(
            [{"name": name, "value": value, "url": self.server.url} for name, value in cookies.items()]
        )
        return window

    def _cookies(self, who: str) -> dict[str, str]:
        if who in PEOPLE:
            return {"ticket": self.server.ticket(self.hall.participants[PEOPLE[who]])}
        if who == "guest at table 1":
            return {"ticket": self.server.ticket(self._sitting_at_table_1())}
        if who == "organiser":
            return self._signed_in(str(self.hall.organiser.user_id))
        in_team = {"team member": self.teams.member, "leader": self.teams.leader}
        if who in in_team:
            return self._signed_in(in_team[who])
        if who == "new organiser":
            user_id = new_key()
            with self.server.app.app_context():
                email = f"{user_id.lower()}@example.org"
                perform(SERVER, AddUser(new_user_id=user_id, email=email, display_name="New"))
            return self._signed_in(user_id)
        return {}

    def _sitting_at_table_1(self) -> str:
        """Give somebody who sits at table 1 in the first round and hosts nothing."""
        with self.server.app.app_context(), db.sessionmaker() as session:
            seated = set(
                session.scalars(select(Seat.attendee_id).where(Seat.table_round_id == self.hall.place(1)))
            )
        free = [n for n, key in enumerate(self.hall.attendees) if key in seated and n not in PEOPLE.values()]
        return self.hall.participants[free[0]]

    def _signed_in(self, user_id: str) -> dict[str, str]:
        plain = PlainBrowser(self.server.url)
        plain.sign_in(self.server.sign_in_secret(user_id))
        return dict(cookie.split("=", 1) for cookie in plain.cookies.split("; "))
