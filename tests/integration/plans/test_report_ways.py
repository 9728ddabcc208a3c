"""A report leads to its plan and to what it tells of there, and says when it is with its team again."""

from __future__ import annotations

import json
import re

from cafe.plans.commands import plan
from cafe.plans.commands.goals import ChangeMeasure, RemoveMeasure
from tests.integration.plans.test_report_pages import OTHERS, TEAM, address, browser, seen
from tests.integration.plans.test_reports import member, reopen, submit
from tests.support.plan_samples import MEASURE
from tests.support.report_samples import REPORT
from tests.support.world import World


def tells(world: World, text: str, field: str = "done") -> None:
    write = plan.WriteText(
        plan_id=world.teams.plan, about_id=world.named(REPORT), field=field, base_version=0, text=text
    )
    world.hall.do(write, member(world))


def links(world: World, who: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', seen(world, who)[1])


def test_a_report_leads_to_its_own_plan_and_the_measures_it_tells_of(world: World) -> None:
    read, measure = f"/plans/{world.teams.plan}/read", world.named(MEASURE)
    assert read in links(world, OTHERS)
    assert f"{read}#measure-{measure}" not in links(world, OTHERS)
    tells(world, "- Hire two consultants")
    assert read in links(world, TEAM)  # while it is written, too
    submit(world)
    for who in (TEAM, OTHERS):
        assert {read, f"{read}#measure-{measure}"} <= set(links(world, who))
    renamed = ChangeMeasure(plan_id=world.teams.plan, measure_id=measure, title="Employ two")
    world.hall.do(renamed, member(world))
    assert f'#measure-{measure}">Employ two<' in seen(world, OTHERS)[1]
    world.hall.do(RemoveMeasure(plan_id=world.teams.plan, measure_id=measure), member(world))
    assert f"{read}#measure-{measure}" not in links(world, OTHERS)


def was_handed_in(world: World, path: str = "") -> bool:
    html = browser(world, TEAM).get(path or address(world)).text
    found = re.search(r'id="page">(.*?)</script>', html, re.DOTALL)
    assert found
    return bool(json.loads(found[1])["was_handed_in"])


def test_a_report_that_is_with_its_team_again_is_known_as_such_until_it_is_handed_in(world: World) -> None:
    tells(world, "Written late")
    assert was_handed_in(world)
    submit(world)
    reopen(world)
    assert was_handed_in(world)


def test_a_report_that_was_never_handed_in_is_not_with_its_team_again(world: World) -> None:
    assert not was_handed_in(world, f"/plans/{world.teams.draft}/reports/{world.hall.gathering_id}")
