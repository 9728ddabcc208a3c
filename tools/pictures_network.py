"""The demonstration's network for the pictures: what a team and the organisers see between the gatherings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import func, select

from cafe.db import db
from cafe.demo.prepare import Prepared, prepare
from cafe.network.model import Team
from cafe.plans.model import Indicator, Measurement, StatusReport, WorkPlan

PEOPLE = 60


@dataclass(frozen=True, kw_only=True)
class PicturedNetwork:
    """Where the pictures are taken: a plan under way with a report begun, and the indicator measured most."""

    prepared: Prepared
    network: str
    plan: str
    indicator: str
    gathering: str


def pictured_network(app: Flask, origin: str) -> PicturedNetwork:
    """Make the demonstration, and find in it what is shown."""
    query = (
        select(Team.network_id, WorkPlan.id, Indicator.id, StatusReport.gathering_id)
        .join(WorkPlan, WorkPlan.team_id == Team.id)
        .join(StatusReport, StatusReport.plan_id == WorkPlan.id)
        .join(Indicator, Indicator.plan_id == WorkPlan.id)
        .join(Measurement, Measurement.indicator_id == Indicator.id)
        .where(WorkPlan.state == "active", StatusReport.state == "draft")
        .group_by(Team.network_id, WorkPlan.id, Indicator.id, StatusReport.gathering_id)
        .order_by(WorkPlan.title, func.count().desc(), Indicator.title)
    )
    with app.app_context():
        prepared = prepare(origin, PEOPLE)
    with app.app_context(), db.sessionmaker() as session:
        network, plan, indicator, gathering = session.execute(query).tuples().first() or ("",) * 4
    return PicturedNetwork(
        prepared=prepared, network=network, plan=plan, indicator=indicator, gathering=gathering
    )


def signed_in(context: BrowserContext, link: str) -> None:
    """Follow a link by which somebody signs in."""
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name=re.compile("Logg inn")).click()
    page.wait_for_url(re.compile(r"/(home|teams|networks|cafe)"))
    page.close()


def touches_a_measure(page: Page) -> None:
    """Open the six words of the first of one's own measures, as a thumb does."""
    page.locator("#status", has_text=re.compile(r".")).wait_for()
    page.locator(".yours .plan-measure__mark").first.click()
