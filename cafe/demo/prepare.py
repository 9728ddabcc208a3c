"""The demonstration's database: the reference network with invented people, made as an import is."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import now_ms
from cafe.db import unit_of_work
from cafe.demo import people
from cafe.demo.last_time import tell_last_time
from cafe.demo.series import tell_assignments, tell_commitments, tell_compass, tell_next, tell_programme
from cafe.demo.teams import tell_teams
from cafe.demo.telling import BEFORE, Teller
from cafe.demo.texts import DATA
from cafe.demo.work import Gatherings, tell_work
from cafe.dialogue.commands.session import Mode
from cafe.dialogue.modes import ROUNDS as ROUNDS_OF
from cafe.dialogue.words import PROMPTS
from cafe.gatherings.model import Gathering
from cafe.importing.actions import Imported, import_within
from cafe.importing.file import ImportFile
from cafe.importing.report import cast_of, report_of
from cafe.people.actions import issue_link
from cafe.people.commands import Purpose
from cafe.people.rules import DAY
from cafe.simulator.script import Cast

AT_A_TABLE = 8
SEATS = 10
ROUNDS = 3
MINUTES = 3
LASTS = 30 * DAY
OFTEN = 10_000
EMAIL = "arrangor@example.org"
QUESTIONS = (
    "Når har erfaringen til dem det gjelder, endret noe hos dere? Hva gjorde det mulig?",
    "Hva gjør vi annerledes når personen selv er den som velger?",
    "Hva skal til for at hjelpen henger sammen, sett fra den som får den?",
)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A demonstration that is ready to be played."""

    session: str
    join_code: str
    join_link: str
    organiser_link: str
    wall_link: str
    host_link: str
    team_link: str
    organiser_secret: str
    names: tuple[str, ...]
    cast: Cast


def import_file(
    count: int, chance: random.Random, mode: Mode = Mode.TOPIC_PER_TABLE, *, today: date | None = None
) -> ImportFile:
    """Give the gathering that is played as an import file, with `count` invented people; it begins today."""
    first = today or date.today()  # noqa: DTZ011 - of the machine that shows it
    facts = json.loads((DATA / "network.json").read_text(encoding="utf-8"))
    network, organisations = facts["network"], facts["organisations"]
    held = network["gatherings"][0]
    members = [each["name"] for each in organisations if each["role"] == "member"]
    drawn = people.names(chance)
    participants = [
        {
            "name": next(drawn),
            "organisation": members[number % len(members)],
            "kind": people.kind(chance),
        }
        for number in range(count)
    ]
    return ImportFile.model_validate(
        {
            "network": network["name"],
            "organisations": organisations,
            "gathering": {
                "title": f"Nettverkssamling {held['ordinal']}, {held['place']}",
                "ordinal": held["ordinal"],
                "place": held["place"],
                "starts_on": first.isoformat(),
                "ends_on": (first + timedelta(days=1)).isoformat(),
            },
            "organisers": [{"email": EMAIL, "name": "Arrangør i demonstrasjonen"}],
            "participants": participants,
            "sessions": [_session(held["themes"], participants, mode)],
        }
    )


def _session(themes: list[str], participants: list[dict[str, Any]], mode: Mode) -> dict[str, Any]:
    # Eight at a table, so that two chairs at each are left for who looks at the demonstration.
    tables = len(themes) * max(1, round(len(participants) / len(themes) / AT_A_TABLE))
    return {
        "title": "Kafédialog",
        "seats": SEATS,
        "switch_minutes": 1,
        "topics": [
            {"title": theme, "question": question} for theme, question in zip(themes, QUESTIONS, strict=True)
        ],
        "mode": mode,
        "question": QUESTIONS[0],
        "rounds": [{"minutes": MINUTES, "question": question} for question in _questions(mode)],
        "tables": [
            {
                "topic": themes[number % len(themes)],
                "host": participants[number]["name"],
                "accessible": number < len(themes),
            }
            for number in range(tables)
        ],
        "seating": {"plan": True},
    }


def _questions(mode: Mode) -> list[str]:
    of_rounds = PROMPTS if mode is Mode.PRO_ACTION else QUESTIONS
    return [str(question) for question in of_rounds[: ROUNDS_OF.get(mode, ROUNDS)]]


def prepare(origin: str, count: int, seed: int = 1, *, mode: Mode = Mode.TOPIC_PER_TABLE) -> Prepared:
    """Fill an empty database with the demonstration. Needs an app's context."""
    today = date.today()  # noqa: DTZ011 - of the machine that shows it
    file = import_file(count, random.Random(seed), mode, today=today)  # noqa: S311 - the same people each time
    with unit_of_work() as session:
        imported = import_within(session, file)
        teller = Teller(session=session, now=now_ms(), today=today, chance=random.Random(seed))  # noqa: S311 - the same
        team_link = _tell(teller, file, imported)
        report = report_of(session, file, imported, origin, links=False, tickets=False)
        cast = Cast.model_validate(cast_of(session, file, imported, 0, phones=False))
        hosting = {host.name for host in cast.hosts}
        organiser = _often(session, Purpose.SIGN_IN, imported.organisers[0].user_id)
        return Prepared(
            session=cast.session,
            join_code=report["join_code"],
            join_link=report["join_link"],
            organiser_link=f"{origin}/in?next=/cafe/{cast.session}/run#{organiser}",
            wall_link=f"{origin}/w#{_often(session, Purpose.WALL, cast.session)}",
            host_link=f"{origin}/t#{_often(session, Purpose.TICKET, imported.ids.participants[0])}",
            team_link=f"{origin}/in?next=/home#{_often(session, Purpose.SIGN_IN, team_link)}",
            organiser_secret=organiser,
            names=tuple(person.name for person in file.participants if person.name not in hosting),
            cast=cast,
        )


def _tell(teller: Teller, file: ImportFile, imported: Imported) -> str:
    """Tell what has been before and is to come; give who leads a team with much to show."""
    gathering, cafe = imported.ids.gathering, imported.ids.sessions[0].session
    organiser = Actor(user_id=imported.organisers[0].user_id)
    last = tell_last_time(teller, file.network, [topic.title for topic in file.sessions[0].topics])
    network = teller.session.get_one(Gathering, gathering).network_id
    teams = tell_teams(teller, network)
    tell_programme(teller, gathering, cafe)
    tell_programme(teller, last.gathering, last.session, days_ago=BEFORE)
    tell_commitments(teller, last, teams)
    tell_assignments(teller, gathering, teams)
    following = tell_next(teller, file.network)
    gatherings = Gatherings(last=last, this=gathering, next=following, organiser=organiser)
    tell_work(teller, teams, gatherings)
    tell_compass(teller, teams[0])
    return str(teams[0].lead.user_id)


def _often(session: Session, purpose: Purpose, subject_id: str) -> str:
    """Make a link that can be opened again and again, as a demonstration's may."""
    return issue_link(session, purpose, subject_id, now_ms() + LASTS, OFTEN)


def forget(database: Path) -> None:
    """Remove the database of the demonstration before this one."""
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
