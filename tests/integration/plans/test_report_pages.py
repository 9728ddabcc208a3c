"""The pages of reports: who is let in, what is told to whom, and every way a score could leave."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from cafe import plan_maker
from cafe.aside import Json
from cafe.db import db
from cafe.plans.commands import reports
from cafe.plans.queries.report_pages import report_page
from cafe.plans.report_scale import SCALE, gap_in_words
from cafe.plans.views import export
from tests.integration.plans.test_reports import member, reopen
from tests.integration.road.test_routes import client_of
from tests.support.report_samples import LEARNING, ORGANISERS_SCORE, TEAM_SCORE, about
from tests.support.world import World

TEAM, OTHERS, ORGANISER = "team member", "member of another team", "organiser"
ORIGIN = {"Origin": "http://localhost"}
# A number that stands nowhere else on a page: with its words, as pages write it.
SAID = re.compile(r"3[.,]5 |2[.,]5 |\b3\.5\b|\b2\.5\b|name=\"value\"|/score\"")


def browser(world: World, who: str) -> FlaskClient:
    client = client_of(world, who)
    client.set_cookie("language", "en")
    return client


def address(world: World) -> str:
    return f"/plans/{world.teams.plan}/reports/{world.hall.gathering_id}"


def seen(world: World, who: str, path: str = "") -> tuple[int, str]:
    response = browser(world, who).get(path or address(world))
    return response.status_code, told_in(response.get_data())


def told_in(body: bytes) -> str:
    """Give the words of a page or a file: what is packed in it would not be found as bytes."""
    if body.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "\n".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    return body.decode()


def test_a_report_is_read_by_all_in_the_network_and_written_by_its_team(world: World) -> None:
    for who in (TEAM, OTHERS, ORGANISER):
        status, html = seen(world, who)
        assert (status, LEARNING in html) == (200, True), who
    reopen(world)
    assert 'id="report"' in seen(world, TEAM)[1]
    for who in (OTHERS, ORGANISER):
        status, html = seen(world, who)
        assert (status, LEARNING in html) == (200, False), who
        assert "has not handed this report in yet" in html


def test_a_gathering_in_the_address_opens_no_plan_that_is_not_ones_own_to_read(world: World) -> None:
    """Whoever organises the gathering is by that nothing towards the plan of another network, or a draft."""
    for who, plan_id, gathering_id in (
        ("organiser elsewhere", world.teams.plan, world.other.gathering_id),
        ("member elsewhere", world.teams.plan, world.other.gathering_id),
        (ORGANISER, world.teams.draft, world.hall.gathering_id),
        (OTHERS, world.teams.draft, world.hall.gathering_id),
    ):
        assert seen(world, who, f"/plans/{plan_id}/reports/{gathering_id}")[0] == 403, who
    assert seen(world, TEAM, f"/plans/{world.teams.plan}/reports/{world.other.gathering_id}")[0] == 404


# WeasyPrint leaves the file of a colour profile to be closed by the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_score_leaves_by_any_page_for_another_team(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    who = OTHERS
    monkeypatch.setattr(export, "answer_from", made_here)
    plan_id, gathering_id = world.teams.plan, world.hall.gathering_id
    for path in ways_out(world):
        status, html = seen(world, who, path)
        assert status in {200, 302, 403, 404}, path
        assert not SAID.search(words_of(html)), (path, SAID.search(words_of(html)))
    assert seen(world, who, f"/plans/{plan_id}/reports/{gathering_id}")[0] == 200


def made_here(_module: str, task: Json) -> Json:
    """Make a file in this process, as the one that a server starts for it would."""
    return plan_maker.answer(task, lambda *_progress: None)


def ways_out(world: World) -> list[str]:
    """Give every page about the plan that somebody may open with GET, from the map of addresses."""
    known: dict[str, Any] = {
        "plan_id": world.teams.plan,
        "gathering_id": world.hall.gathering_id,
        "team_id": world.teams.team,
        "network_id": world.teams.network,
        "number": 1,
        "other": 0,
    }
    paths = []
    with world.app.test_request_context():
        for rule in world.app.url_map.iter_rules():
            about_teams = rule.endpoint.partition(".")[0] in {"plans", "overview", "network"}
            if not about_teams or "GET" not in (rule.methods or ()):
                continue
            for more in ("pdf", "docx", "xlsx", "json") if "format" in rule.arguments else ("",):
                values = {**known, "format": more}
                if rule.arguments <= set(values):
                    url = world.app.url_for(rule.endpoint, **{n: values[n] for n in rule.arguments})
                    paths.append(f"{url}?as=reader" if rule.endpoint == "plans.rows" else url)
    return paths


def words_of(html: str) -> str:
    """Give a page without the ids in it, which may hold anything."""
    return re.sub(r"[A-Za-z0-9_-]{16,}", "", html)


def test_the_ways_out_are_known_to_tell_when_there_is_something_to_tell(world: World) -> None:
    assert address(world) in ways_out(world)
    assert SAID.search(words_of(seen(world, ORGANISER)[1]))


def test_the_gap_is_shown_to_both_sides_once_both_have_scored(world: World) -> None:
    words = str(gap_in_words(TEAM_SCORE, ORGANISERS_SCORE))
    with world.app.test_request_context(headers={"Accept-Language": "en"}):
        words = str(gap_in_words(TEAM_SCORE, ORGANISERS_SCORE))
    for who in (TEAM, ORGANISER):
        assert words in seen(world, who)[1], who
    world.hall.do(reports.SetScore(**about(world), value=None), member(world))
    html = seen(world, TEAM)[1]
    assert words not in html
    assert 'value="2.5" selected' not in html
    assert "<strong>2.5</strong>" not in html


def test_a_page_is_given_no_score_that_its_reader_does_not_see(world: World) -> None:
    def given(who: str) -> set[str]:
        with world.app.app_context(), db.sessionmaker() as session:
            actor = world.actors()[who]
            return set(report_page(session, actor, world.teams.plan, world.hall.gathering_id).scores)

    assert [given(who) for who in (TEAM, ORGANISER, OTHERS)] == [{"team", "organisers"}] * 2 + [set()]
    world.hall.do(reports.SetScore(**about(world), value=None), member(world))
    assert [given(who) for who in (TEAM, ORGANISER, OTHERS)] == [set(), {"organisers"}, set()]


def test_scores_are_set_on_the_page_by_each_side_for_itself(world: World) -> None:
    post = f"{address(world)}/score"
    browser(world, TEAM).post(post, data={"by": "team", "value": "4.0"}, headers=ORIGIN)
    browser(world, ORGANISER).post(post, data={"by": "organisers", "value": "1.5"}, headers=ORIGIN)
    html = seen(world, TEAM)[1]
    assert "<strong>4.0</strong>" in html
    assert "<strong>1.5</strong>" in html
    browser(world, TEAM).post(post, data={"by": "organisers", "value": "5.0"}, headers=ORIGIN)
    browser(world, ORGANISER).post(post, data={"by": "team", "value": "5.0"}, headers=ORIGIN)
    assert "<strong>5.0</strong>" not in seen(world, TEAM)[1]
    browser(world, ORGANISER).post(post, data={"by": "organisers", "value": ""}, headers=ORIGIN)
    assert "<strong>1.5</strong>" not in seen(world, TEAM)[1]


def test_the_team_takes_a_report_back_on_the_page(world: World) -> None:
    reopening = f"{address(world)}/reopen"
    assert browser(world, ORGANISER).post(reopening, headers=ORIGIN).status_code == 403
    assert browser(world, TEAM).post(reopening, headers=ORIGIN).status_code == 302
    assert LEARNING not in seen(world, OTHERS)[1]


def test_what_is_known_is_told_to_the_team_alone(world: World) -> None:
    answer = browser(world, TEAM).get(f"{address(world)}/known")
    assert answer.get_json()["next"] == ["Hire two consultants"]
    assert seen(world, OTHERS, f"{address(world)}/known")[0] == 403


@pytest.mark.parametrize(
    ("team", "organisers", "begins"),
    [
        (None, 3.0, None),
        (3.0, None, None),
        (3.0, 3.0, "You see it alike"),
        (3.0, 3.5, "You are half a step apart"),
        (3.5, 3.0, "You are half a step apart"),
        (4.0, 2.0, "The team sees itself further on"),
        (2.0, 3.0, "The organisers see the team further on"),
    ],
)
def test_the_gap_in_words(
    world: World, team: float | None, organisers: float | None, begins: str | None
) -> None:
    with world.app.test_request_context(headers={"Accept-Language": "en"}):
        said = gap_in_words(team, organisers)
        assert (said is None) is (begins is None)
        assert str(said).startswith(begins or "None")


def test_the_scale_has_a_label_for_every_half(world: World) -> None:
    assert list(SCALE) == [half / 2 for half in range(1, 11)]
    assert len({str(words) for words in SCALE.values()}) == len(SCALE), world
