"""The gathering that is played, as part of a series: its programme, what was asked, and what comes next."""

from __future__ import annotations

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.compass.commands import AnswerWave, CloseWave, Group, OpenWave, PairAnswer
from cafe.demo.last_time import LastTime
from cafe.demo.teams import DemoTeam
from cafe.demo.telling import AFTER, BEFORE, Teller, invented
from cafe.gatherings.commands import CreateGathering
from cafe.gatherings.commands.assignments import HandIn, SetAssignment
from cafe.gatherings.commands.commitments import CommitOneself
from cafe.gatherings.commands.programme import SetProgrammeItem
from cafe.people.rules import new_secret

PAIRS = range(1, 10)
ANSWERS = {
    Group.STAFF: (9, (3, 2, 3, 2, 4, 3, 3, 2, 3)),
    Group.LIVED_EXPERIENCE: (7, (2, 2, 4, 2, 3, 2, 3, 2, 1)),
}


def tell_programme(teller: Teller, gathering: str, cafe: str, *, days_ago: int = 0) -> None:
    """Put the two days of a gathering together."""
    for day, starts, ends, kind, title, speaker in invented()["programme"]:
        item = SetProgrammeItem(
            gathering_id=gathering,
            item_id=new_key(),
            day=teller.day(days_ago - day),
            starts=starts,
            ends=ends,
            kind=kind,
            title=title,
            speaker=speaker,
            session_id=cafe if kind == "cafe" else None,
        )
        teller.do(item, days_ago=days_ago + 40)


def tell_assignments(teller: Teller, gathering: str, teams: list[DemoTeam]) -> None:
    """Ask the teams for something; most have handed it in."""
    for number, (title, when, about) in enumerate(invented()["assignments"]):
        asked = SetAssignment(
            gathering_id=gathering,
            assignment_id=new_key(),
            title=title,
            when=when,
            about=about,
            due_on=teller.day(7 if when == "before" else -30),
        )
        teller.do(asked, days_ago=45)
        for place, team in enumerate(teams if when == "before" else []):
            if (place + number) % 4:
                handed = HandIn(
                    team_id=team.id,
                    assignment_id=asked.assignment_id,
                    base_version=0,
                    text="Vi snakket med tre, og det de sa først, handlet om å bli ringt tilbake.",
                )
                teller.do(handed, team.lead, days_ago=9)


def tell_commitments(teller: Teller, last: LastTime, teams: list[DemoTeam]) -> None:
    """Let some have said what they will do in their own role, so that their team sees it."""
    for number, (participant, team) in enumerate(zip(last.people, teams, strict=False)):
        said = invented()["commitments"][number % len(invented()["commitments"])]
        commit = CommitOneself(
            gathering_id=last.gathering, commitment_id=new_key(), text=said, team_id=team.id
        )
        teller.do(commit, Actor(participant_ids=(participant,)), days_ago=BEFORE - 1)


def tell_next(teller: Teller, network: str) -> str:
    """Plan the gathering after this one."""
    following = CreateGathering(
        new_gathering_id=new_key(),
        network=network,
        title="Nettverkssamling 3, Bømlo",
        ordinal=3,
        place="Bømlo",
        themes="Hva som ble av tiltakene, og hva som blir stående",
        starts_on=teller.day(-AFTER),
        ends_on=teller.day(-AFTER - 1),
    )
    teller.do(following, days_ago=20)
    return following.new_gathering_id


def tell_compass(teller: Teller, team: DemoTeam) -> None:
    """Let those who work in a service and those who use it have said how they see it, twice."""
    for title, days_ago, step in (("Høsten", BEFORE - 5, 0), ("Nå", 8, 1)):
        secret, wave = new_secret(), new_key()
        opened = OpenWave(team_id=team.id, wave_id=wave, title=title, secret=secret)
        teller.do(opened, team.lead, days_ago=days_ago)
        for group, (count, places) in ANSWERS.items():
            for number in range(count):
                marks = tuple(
                    PairAnswer(pair=pair, place=_place(places[pair - 1] + step, number + pair))
                    for pair in PAIRS
                )
                answer = AnswerWave(
                    secret=secret, device=new_secret(), answer_id=new_key(), group=group, answers=marks
                )
                teller.do(answer, days_ago=days_ago - 1)
        teller.do(CloseWave(team_id=team.id, wave_id=wave), team.lead, days_ago=days_ago - 2)


def _place(middle: int, number: int) -> int:
    return min(5, max(1, middle + (number % 3) - 1))
