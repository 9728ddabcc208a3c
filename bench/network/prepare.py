"""A network of 50 teams, each with a plan of 40 measures with 60 measurements, and who looks at it."""

from __future__ import annotations

import random
import secrets
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.board.prepare import WORDS
from cafe.actor import SERVER, Actor
from cafe.app import alembic, create_app
from cafe.clock import now_ms
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.gatherings.commands import CreateGathering
from cafe.gatherings.model import Gathering
from cafe.live.model import Stream
from cafe.network.model import Organisation, Team, TeamMember
from cafe.people.commands import AddUser
from cafe.perform import perform
from cafe.plans.commands.goals import MeasureKind, Status
from cafe.plans.model import (
    Goal,
    Indicator,
    Measure,
    Measurement,
    PlanActivity,
    PlanText,
    StatusReport,
    WorkPlan,
)
from cafe.settings import Settings

DATABASE = "kafedialog.db"
FIRST = date(2026, 1, 1)
GOALS = 8
Known = dict[str, Any]


def prepare(folder: Path, *, teams: int, measures: int, measurements: int) -> tuple[str, Known]:
    """Make the network in `folder`; give its secret key, and the cookies and ids that its pages need."""
    secret_key = secrets.token_hex(32)
    url = f"sqlite:///{folder / DATABASE}"
    app = create_app(Settings(database_url=url, secret_key=secret_key, testing=True))
    with app.app_context():
        alembic.upgrade()
        organiser, member = _account("organiser"), _account("member")
        gathering = new_key()
        create = CreateGathering(
            new_gathering_id=gathering,
            network="Læringsnettverk",
            title="Nettverkssamling 3",
            ordinal=3,
            starts_on="2027-02-08",
            ends_on="2027-02-09",
        )
        perform(Actor(user_id=organiser), create)
        with db.sessionmaker() as session:
            network = session.get_one(Gathering, gathering).network_id
        known = _teams(network, gathering, member, (teams, measures, measurements))
        cookies = {who: _cookie(app, user) for who, user in (("organiser", organiser), ("member", member))}
    return secret_key, {**known, "network": network, "gathering": gathering, "cookies": cookies}


def _account(name: str) -> str:
    user = new_key()
    perform(
        SERVER,
        AddUser(
            new_user_id=user,
            email=f"{name}@example.org",
            display_name=name,
        ),
    )
    return user


def _cookie(app: Flask, user: str) -> str:
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None  # noqa: S101 - the app has a secret key
    signed: str = serializer.dumps({"_user_id": f"{user}.0.{new_key()}", "_fresh": True})
    return f"session={signed}"


def _teams(network: str, gathering: str, member: str, sizes: tuple[int, int, int]) -> Known:
    chance = random.Random(1)
    teams, measures, measurements = sizes
    known: Known = {}
    for number in range(teams):
        with unit_of_work() as session:
            organisation = Organisation(id=new_key(), network_id=network, name=f"Kommune {number:02}")
            team = Team(
                id=new_key(),
                network_id=network,
                organisation=organisation,
                name=f"Forbedringsteam {number:02}",
                created_at=now_ms(),
            )
            session.add_all([organisation, team])
            session.flush()
            plan, indicator = _plan(session, team, gathering, chance, (measures, measurements))
            if number == 0:
                session.add(TeamMember(team_id=team.id, user_id=member, post="lead"))
                known = {"team": team.id, "plan": plan, "indicator": indicator}
    return known


def _plan(
    session: Session, team: Team, gathering: str, chance: random.Random, sizes: tuple[int, int]
) -> tuple[str, str]:
    """Write an active plan as rows; give its id and that of an indicator. The commands would take an hour."""
    measures, measurements = sizes
    plan = new_key()
    session.add(Stream(id=plan, kind="plan", epoch=new_key(), seq=1))
    session.flush()
    work_plan = WorkPlan(
        id=plan,
        stream_id=plan,
        team=team,
        title=f"Arbeidsplan for {team.name}",
        state="active",
        to_gathering_id=gathering,
        created_at=now_ms(),
        submitted_at=now_ms(),
    )
    session.add(work_plan)
    session.flush()
    session.add(PlanActivity(plan_id=plan, at=now_ms()))
    goals = [
        Goal(id=new_key(), stream_id=plan, plan=work_plan, title=_words(chance, 6), position=float(number))
        for number in range(GOALS)
    ]
    session.add_all(goals)
    session.flush()
    indicator = ""
    for number in range(measures):
        indicator = _measure(session, work_plan, goals[number % GOALS], gathering, chance, measurements)
    report = StatusReport(
        id=new_key(),
        stream_id=plan,
        plan=work_plan,
        gathering_id=gathering,
        state="submitted",
        submitted_at=1,
    )
    session.add_all([report, *(_text(work_plan, field, chance) for field in ("why", "target_group"))])
    return plan, indicator


def _measure(
    session: Session,
    plan: WorkPlan,
    goal: Goal,
    gathering: str,
    chance: random.Random,
    measurements: int,
) -> str:
    shared = {"stream_id": plan.id, "plan": plan}
    measure = Measure(
        id=new_key(),
        goal_id=goal.id,
        title=_words(chance, 8),
        kind=chance.choice(list(MeasureKind)),
        status=chance.choice(list(Status)),
        due_on=(FIRST + timedelta(days=chance.randrange(500))).isoformat(),
        due_gathering_id=chance.choice([None, gathering]),
        users_took_part=chance.choice([None, True, False]),
        position=chance.random(),
        **shared,
    )
    session.add(measure)
    session.flush()
    indicator = Indicator(
        id=new_key(), goal_id=goal.id, measure_id=measure.id, title=_words(chance, 5), unit="timer", **shared
    )
    session.add(indicator)
    session.flush()
    session.execute(
        insert(Measurement),
        [
            {
                "id": new_key(),
                "stream_id": plan.id,
                "plan_id": plan.id,
                "seq": 1,
                "rooms": "network team",
                "indicator_id": indicator.id,
                "taken_on": (FIRST + timedelta(days=7 * week)).isoformat(),
                "value": str(chance.randrange(100)),
                "words": "",
            }
            for week in range(measurements)
        ],
    )
    return indicator.id


def _text(plan: WorkPlan, field: str, chance: random.Random) -> PlanText:
    return PlanText(
        id=new_key(),
        stream_id=plan.id,
        plan=plan,
        about_id=plan.id,
        field=field,
        text=_words(chance, 60),
        version=1,
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize()
