"""A team's own page tells of a day that has passed and of what the organisers have answered."""

from __future__ import annotations

from cafe.clock import now_ms
from cafe.db import db
from cafe.gatherings import commands as gatherings
from cafe.gatherings.model import Submission
from cafe.gatherings.rules import NEW_FOR
from tests.support.gathering_samples import ASSIGNMENT, submission_of, with_assignment, with_submission
from tests.support.taking_home import english
from tests.support.world import World

PASSED, ANSWERED = "The day has passed; you can still hand in.", "The organisers answered"


def team_page(world: World, who: str = "team member") -> str:
    return english(world, who).get(f"/teams/{world.teams.team}").text


def due(world: World, day: str) -> None:
    changed = gatherings.SetAssignment(
        gathering_id=world.hall.gathering_id,
        assignment_id=world.named(ASSIGNMENT),
        title="Talk with three users",
        due_on=day,
    )
    world.hall.do(changed)


def test_a_day_that_has_passed_is_said_calmly_where_it_is_not_handed_in(world: World) -> None:
    page = f"/gatherings/{world.hall.gathering_id}/assignments/{world.named(ASSIGNMENT)}"
    with_assignment(world)
    due(world, "2999-12-31")
    assert PASSED not in team_page(world)
    due(world, "2020-01-31")
    assert PASSED in team_page(world)
    assert PASSED in english(world, "team member").get(page).text
    with_submission(world)
    assert PASSED not in team_page(world)
    assert PASSED not in english(world, "team member").get(page).text


def test_a_new_answer_stands_on_the_page_of_its_team_for_some_weeks(world: World) -> None:
    with_submission(world)
    assert ANSWERED not in team_page(world)
    about = {"gathering_id": world.hall.gathering_id, "submission_id": submission_of(world)}
    world.hall.do(gatherings.GiveFeedback(**about, text="Well begun"))
    told = team_page(world)
    assert ANSWERED in told
    assert f"/assignments/{world.named(ASSIGNMENT)}" in told
    assert "Well begun" not in told
    for who in ("member of another team", "organiser"):
        assert ANSWERED not in team_page(world, who)
    with world.app.app_context(), db.sessionmaker() as session:
        session.get_one(Submission, about["submission_id"]).feedback_at = now_ms() - NEW_FOR - 1000
        session.commit()
    assert ANSWERED not in team_page(world)
