"""The work plans of the demonstration, in all the states that plans are in, measured and reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.demo.last_time import LastTime
from cafe.demo.teams import DemoTeam
from cafe.demo.telling import AFTER, BEFORE, Teller, invented
from cafe.plans.commands.cycles import Act, SetCycle
from cafe.plans.commands.goals import AddGoal, AddMeasure, ChangeGoal, ChangeMeasure, SetStatus, Status
from cafe.plans.commands.indicators import (
    EnterMeasurement,
    Frequency,
    SetIndicator,
    TakeInMeasurements,
    TakenMeasurement,
)
from cafe.plans.commands.life import SignPlanOff, StartPlan, SubmitPlan
from cafe.plans.commands.money import SetFunding
from cafe.plans.commands.origins import AsKind, OriginKind, TakeHome
from cafe.plans.commands.pilots import SetPilot
from cafe.plans.commands.plan import CreatePlan, WriteText
from cafe.plans.commands.reports import BeginReport, ChangeReport, GiveScore, SetScore, SubmitReport
from cafe.plans.commands.sharing import BorrowMeasure
from cafe.plans.model import WorkPlan

# How far the plan of each team has come, in the order of the teams.
STATES: tuple[str, ...] = ("active",) * 4 + ("draft",) + ("active",) * 2 + ("submitted",) + ("active",) * 3
STATES += ("draft",) + ("active",) * 3 + ("submitted", "none")
STATUSES = (
    Status.DONE,
    Status.IN_PROGRESS,
    Status.IN_PROGRESS,
    Status.PAUSED,
    Status.NOT_STARTED,
    Status.DONE,
    Status.DELAYED,
    Status.IN_PROGRESS,
    Status.CANCELLED,
)
ONE_IN = 5  # of the reports is still being written
SCORES = ((3.0, 2.5), (2.5, 2.5), (3.5, 4.0), (2.0, None))


@dataclass(frozen=True, kw_only=True)
class Gatherings:
    """The gatherings that periods lie between, with an organiser of all of them."""

    last: LastTime
    this: str
    next: str
    organiser: Actor


@dataclass
class Begun:
    """A plan that a team works with, and its measures."""

    team: DemoTeam
    plan: str
    measures: list[str]


def tell_work(teller: Teller, teams: list[DemoTeam], gatherings: Gatherings) -> list[Begun]:
    """Let the teams have worked since the last gathering."""
    begun = [
        _plan(teller, team, number, gatherings)
        for number, (team, state) in enumerate(zip(teams, STATES, strict=True))
        if state != "none"
    ]
    states = dict(zip((team.id for team in teams), STATES, strict=True))
    active = [each for each in begun if states[each.team.id] == "active"]
    for number, each in enumerate(active):
        _worked(teller, each, number)
    for number, each in enumerate(active[:-2]):
        _report(teller, each, number, gatherings)
    for borrower, owner in zip(active[4:7], active, strict=False):
        borrow = BorrowMeasure(plan_id=borrower.plan, measure_id=new_key(), from_measure_id=owner.measures[0])
        teller.do(borrow, borrower.team.lead, days_ago=20)
    _next_period(teller, active[0], gatherings)
    return begun


def _plan(teller: Teller, team: DemoTeam, number: int, gatherings: Gatherings) -> Begun:
    plan, state = new_key(), STATES[number]
    create = CreatePlan(
        team_id=team.id,
        new_plan_id=plan,
        title=f"Arbeidsplan for {team.organisation}",
        from_gathering_id=gatherings.last.gathering,
        to_gathering_id=gatherings.this,
    )
    teller.do(create, team.lead, days_ago=BEFORE - 10)
    for field, text in invented()["plan"].items():
        _write(teller, team.lead, plan, plan, (field, text))
    begun = Begun(team=team, plan=plan, measures=[])
    goals = invented()["goals"]
    for place in range(1 + number % 2 + (number % 3 == 0)):
        _goal(teller, begun, goals[(number + 3 * place) % len(goals)], gatherings)
    if number % 3 == 0:
        _pays_and_tries(teller, begun, number)
    if state != "draft":
        teller.do(SubmitPlan(plan_id=plan), team.lead, days_ago=BEFORE - 25)
    if state == "active":
        version = teller.session.get_one(WorkPlan, plan).version
        if number % 2 == 0:
            teller.do(SignPlanOff(plan_id=plan, version=version), team.leader, days_ago=BEFORE - 28)
        teller.do(StartPlan(plan_id=plan), team.lead, days_ago=BEFORE - 30)
    return begun


def _write(teller: Teller, actor: Actor, plan: str, about: str, text: tuple[str, str]) -> None:
    field, words = text
    if words:
        write = WriteText(plan_id=plan, about_id=about, field=field, base_version=0, text=words)
        teller.do(write, actor, days_ago=BEFORE - 12)


def _goal(teller: Teller, begun: Begun, entry: dict[str, Any], gatherings: Gatherings) -> None:
    goal, plan, lead = new_key(), begun.plan, begun.team.lead
    conclusion = gatherings.last.conclusions.get(entry["conclusion"])
    if conclusion is not None:
        home = TakeHome(
            plan_id=plan,
            as_kind=AsKind.GOAL,
            row_id=goal,
            title=entry["title"],
            origin_kind=OriginKind.CONCLUSION,
            origin_session_id=gatherings.last.session,
            origin_id=conclusion,
        )
        teller.do(home, lead, days_ago=BEFORE - 11)
    else:
        teller.do(AddGoal(plan_id=plan, goal_id=goal, title=entry["title"]), lead, days_ago=BEFORE - 11)
    if entry["anchoring"]:
        anchored = ChangeGoal(plan_id=plan, goal_id=goal, anchoring=entry["anchoring"])
        teller.do(anchored, lead, days_ago=BEFORE - 11)
    for field in ("why", "target_group", "specific", "effect"):
        _write(teller, lead, plan, goal, (field, entry[field]))
    for place, measure in enumerate(entry["measures"]):
        _measure(teller, begun, goal, measure, gatherings.this if place % 2 else None)
    for indicator in entry["indicators"]:
        _indicator(teller, begun, goal, indicator)


def _measure(teller: Teller, begun: Begun, goal: str, entry: dict[str, Any], gathering: str | None) -> None:
    measure, lead = new_key(), begun.team.lead
    number = len(begun.measures)
    own = begun.team.members[number % len(begun.team.members)]
    teller.do(
        AddMeasure(plan_id=begun.plan, measure_id=measure, goal_id=goal, title=entry["title"]),
        lead,
        days_ago=BEFORE - 11,
    )
    change = ChangeMeasure(
        plan_id=begun.plan,
        measure_id=measure,
        kind=entry["kind"],
        responsible=entry["responsible"],
        responsible_id=own.user_id,
        users_took_part=(True, None, False)[number % 3],
        due_gathering_id=gathering,
        due_on=None if gathering else teller.day(14 - 9 * number),
    )
    teller.do(change, lead, days_ago=BEFORE - 11)
    for field in ("barrier", "learning"):
        _write(teller, own, begun.plan, measure, (field, entry[field]))
    begun.measures.append(measure)


def _indicator(teller: Teller, begun: Begun, goal: str, entry: dict[str, Any]) -> None:
    indicator, lead = new_key(), begun.team.lead
    teller.do(
        SetIndicator(
            plan_id=begun.plan,
            indicator_id=indicator,
            goal_id=goal,
            title=entry["title"],
            unit=entry["unit"],
            kind=entry["kind"],
            direction=entry["direction"],
            baseline=entry["baseline"],
            baseline_on=teller.day(BEFORE),
            target=entry["target"],
            target_on=teller.day(-AFTER),
            frequency=Frequency.WEEKLY,
            owner=begun.team.names[2],
        ),
        lead,
        days_ago=BEFORE - 11,
    )
    values = entry["values"]
    place, words = entry["words"] or (-1, "")
    taken = tuple(
        TakenMeasurement(
            taken_on=teller.day(7 * (len(values) - number)),
            value=str(value),
            words=words if number == place else "",
        )
        for number, value in enumerate(values[:-1])
    )
    take = TakeInMeasurements(plan_id=begun.plan, indicator_id=indicator, measurements=taken)
    teller.do(take, begun.team.members[2], days_ago=10)
    newest = EnterMeasurement(
        plan_id=begun.plan, indicator_id=indicator, taken_on=teller.day(4), value=str(values[-1])
    )
    teller.do(newest, begun.team.members[2], days_ago=4)


def _pays_and_tries(teller: Teller, begun: Begun, number: int) -> None:
    plan, lead = begun.plan, begun.team.lead
    pays = SetFunding(
        plan_id=plan,
        funding_id=new_key(),
        source="Tilskudd til kommunalt rusarbeid",
        amount=450_000 + 50_000 * number,
        words="Lønn i ett år",
    )
    teller.do(pays, lead, days_ago=BEFORE - 15)
    pilot = new_key()
    tries = SetPilot(
        plan_id=plan,
        pilot_id=pilot,
        title="Åpen kafé uten henvisning",
        starts_on=teller.day(80),
        ends_on=teller.day(10 if number else -40),
        ended=bool(number),
    )
    teller.do(tries, lead, days_ago=BEFORE - 15)
    _write(teller, lead, plan, pilot, ("scope", "Torsdager fra 11 til 14, i tre måneder."))
    _write(teller, lead, plan, pilot, ("lessons", "Folk kommer for kaffen og blir for praten."))
    cycle = new_key()
    turn = SetCycle(
        plan_id=plan,
        cycle_id=cycle,
        measure_id=begun.measures[0],
        starts_on=teller.day(60),
        act=(Act.ADOPT, Act.ADAPT)[number % 2],
    )
    teller.do(turn, lead, days_ago=55)
    for field, text in (
        ("question", "Hjelper det å prøve det med to i uken først?"),
        ("prediction", "Vi tror at de fleste sier ja."),
        ("do", "Sju av ni sa ja. To ville heller ringe."),
        ("study", "Det tok ti minutter, ikke tretti som vi fryktet."),
    ):
        _write(teller, lead, plan, cycle, (field, text))


def _worked(teller: Teller, begun: Begun, number: int) -> None:
    """Let the measures have come as far as they have, over the weeks."""
    for place, measure in enumerate(begun.measures):
        wanted = STATUSES[(number + place) % len(STATUSES)]
        started = max(BEFORE - 40 - 6 * place, 12)
        steps = [wanted] if wanted is Status.NOT_STARTED else [Status.IN_PROGRESS, wanted]
        for step, days_ago in zip(steps, (started, max(started - 45, 3 + place)), strict=False):
            stand = SetStatus(plan_id=begun.plan, measure_id=measure, status=step)
            teller.do(stand, begun.team.members[place % 2], days_ago=days_ago)


def _report(teller: Teller, begun: Begun, number: int, gatherings: Gatherings) -> None:
    entry = invented()["reports"][number % len(invented()["reports"])]
    plan, lead = begun.plan, begun.team.lead
    begin = BeginReport(plan_id=plan, gathering_id=gatherings.this, report_id=new_key())
    report = teller.do(begin, lead, days_ago=6).get("report_id", begin.report_id)
    for field in ("results", "barriers", "learning", "help_wanted", "next"):
        _write(teller, lead, plan, report, (field, entry[field]))
    about = {"plan_id": plan, "report_id": report}
    if entry["help_wanted"]:
        teller.do(ChangeReport(**about, wants_help=True), lead, days_ago=5)
    own, theirs = SCORES[number % len(SCORES)]
    teller.do(SetScore(**about, value=own), lead, days_ago=5)
    if number % ONE_IN:
        teller.do(SubmitReport(**about), lead, days_ago=4)
        if theirs is not None:
            teller.do(GiveScore(**about, value=theirs), gatherings.organiser, days_ago=2)


def _next_period(teller: Teller, begun: Begun, gatherings: Gatherings) -> None:
    following = CreatePlan(
        team_id=begun.team.id,
        new_plan_id=new_key(),
        title=f"Neste plan for {begun.team.organisation}",
        from_gathering_id=gatherings.this,
        to_gathering_id=gatherings.next,
        follows_id=begun.plan,
        carry_over=True,
    )
    teller.do(following, begun.team.lead, days_ago=2)
