"""Storyboards: one page whatever was written, of what may be read, for every team of a gathering."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.gatherings.commands import CommitOneself
from cafe.gatherings.model import Commitment
from cafe.plans.commands import goals, indicators, plan, reports
from cafe.plans.storyboard import MORE
from tests.integration.plans.test_report_pages import browser
from tests.integration.plans.test_reports import member, reopen
from tests.support.cafe import LONG_WORD
from tests.support.plan_samples import in_state
from tests.support.report_samples import LEARNING, REPORT
from tests.support.world import World

TEAM, OTHERS, ORGANISER = "team member", "member of another team", "organiser"


def write(world: World, field: str, text: str, about: str = "") -> None:
    command = plan.WriteText(
        plan_id=world.teams.plan,
        about_id=about or world.teams.plan,
        field=field,
        base_version=0,
        text=text,
    )
    world.hall.do(command, member(world))


def pdf(world: World, who: str = TEAM) -> PdfReader:
    response = browser(world, who).get(f"/plans/{world.teams.plan}/storyboard.pdf")
    assert response.mimetype == "application/pdf"
    return PdfReader(io.BytesIO(response.get_data()))


def page(world: World, who: str) -> str:
    return browser(world, who).get(f"/plans/{world.teams.plan}/storyboard").get_data(as_text=True)


def with_measurements(world: World, count: int, **more: Any) -> None:
    about: dict[str, Any] = {"plan_id": world.teams.plan, "indicator_id": new_key()}
    set_one = indicators.SetIndicator(**about, title="People who have somebody to talk to", **more)
    world.hall.do(set_one, member(world))
    for number in range(count):
        day = (date(2025, 1, 1) + timedelta(weeks=number)).isoformat()
        world.hall.do(
            indicators.EnterMeasurement(**about, taken_on=day, value=str(number), words=""), member(world)
        )


def fill(world: World) -> None:
    """Write more than any page has room for, in words that are long and wide."""
    reopen(world)
    for number in range(25):
        title = f"{number} {LONG_WORD} WWWWWWWWWWWW {'and more of it ' * 15}"[:300]
        world.hall.do(goals.AddGoal(plan_id=world.teams.plan, goal_id=new_key(), title=title), member(world))
    for field in ("done", "results", "barriers", "help_wanted", "next"):
        text = "\n".join(f"- {LONG_WORD * 3} MMMMMM {'of what was done ' * 20}" for _ in range(40))
        write(world, field, text, world.named(REPORT))
    write(world, "target_group", "x")
    about = {"plan_id": world.teams.plan, "report_id": world.named(REPORT)}
    world.hall.do(reports.SubmitReport(**about), member(world))


def test_a_plan_is_told_on_one_page(world: World) -> None:
    told = pdf(world)
    assert len(told.pages) == 1
    text = told.pages[0].extract_text()
    assert LEARNING in text
    assert "Nobody alone" in text
    assert MORE not in text


@pytest.mark.parametrize("measured", [0, 14])
def test_what_is_too_long_for_the_page_is_shortened_and_says_so(world: World, measured: int) -> None:
    fill(world)
    with_measurements(world, measured)
    told = pdf(world)
    assert len(told.pages) == 1
    text = told.pages[0].extract_text()
    for heading in ("Why", "Goals", "What we have done", "What we have learnt", "What comes next"):
        assert heading in text
    assert text.count(MORE) >= 5
    width, height = told.pages[0].mediabox.width, told.pages[0].mediabox.height
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)


def test_nothing_is_cut_off_by_the_edge_of_its_column(world: World) -> None:
    """What is cut by the paper and not by words would be there in the file, and unseen."""
    fill(world)
    lowest: list[float] = []

    def visit(text: str, page: list[float], matrix: list[float], _font: Any, _size: Any) -> None:
        if text.strip():
            lowest.append(page[1] * matrix[4] + page[3] * matrix[5] + page[5])

    pdf(world).pages[0].extract_text(visitor_text=visit)
    assert min(lowest) > 10 / 25.4 * 72


def test_a_draft_is_on_the_teams_own_storyboard_and_on_no_other(world: World) -> None:
    assert LEARNING in page(world, OTHERS)
    reopen(world)
    assert LEARNING in page(world, TEAM)
    assert "still a draft" in page(world, TEAM)
    for who in (OTHERS, ORGANISER):
        assert LEARNING not in page(world, who)
    assert LEARNING not in pdf(world, OTHERS).pages[0].extract_text()


def _promise(world: World, text: str, *, done: bool) -> None:
    promise = {"gathering_id": world.hall.gathering_id, "commitment_id": new_key()}
    world.hall.do(CommitOneself(**promise, text=text), world.hall.guest(5))
    with world.app.app_context(), unit_of_work() as session:
        row = session.get_one(Commitment, promise["commitment_id"])
        row.team_id, row.done = world.teams.team, done


def test_what_somebody_promised_their_own_team_is_on_no_storyboard(world: World) -> None:
    for text, done in (("Ring Kari every Friday", False), ("Sit at the front desk", True)):
        _promise(world, text, done=done)
    reopen(world)
    boards = f"/gatherings/{world.hall.gathering_id}/storyboards"
    for who in (OTHERS, TEAM):
        shown = (browser(world, who).get(f"{boards}?board={place}").text for place in (1, 2))
        told = [page(world, who), "".join(shown)]
        told.append(" ".join(pdf(world, who).pages[0].extract_text().split()))
        assert all("Hire two consultants" in one for one in told)
        for text in ("Ring Kari", "front desk"):
            assert not any(text in one for one in told), (who, text)


def test_without_a_report_the_storyboard_tells_what_the_plan_knows(world: World) -> None:
    reopen(world)
    assert "Hire two consultants" in page(world, OTHERS)


def test_the_storyboards_of_a_gathering_are_those_of_all_teams_and_never_of_drafts(world: World) -> None:
    address = f"/gatherings/{world.hall.gathering_id}/storyboards"
    in_state(world, world.teams.second_plan, "draft")
    assert 'data-boards="1"' in browser(world, ORGANISER).get(address).text
    in_state(world, world.teams.second_plan, "active")
    reopen(world)
    for who in (ORGANISER, TEAM):
        pages = [browser(world, who).get(f"{address}?board={place}").text for place in (1, 2, 3, 0)]
        assert all('data-boards="2"' in html for html in pages), who
        assert pages[0] == pages[3]
        assert pages[1] == pages[2], "there is none after the last"
        drafts = "a draft is not put on the projector, not by its own team either"
        assert not any(LEARNING in html for html in pages), drafts
    assert browser(world, "member elsewhere").get(address).status_code == 403
