"""The pages of indicators: entering, replacing, taking out, charts, and files in and out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from defusedxml import ElementTree
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cafe.commands import new_key
from tests.integration.plans.test_indicators import do, past, values
from tests.support.indicator_samples import DAY, INDICATOR
from tests.support.world import World


@pytest.fixture
def team(world: World) -> FlaskClient:
    return client(world, world.teams.member)


def client(world: World, user_id: str) -> FlaskClient:
    found = world.app.test_client()
    world.app.config["WTF_CSRF_ENABLED"] = False
    with found.session_transaction() as cookie:
        cookie["_user_id"] = f"{user_id}.0.session-of-a-test"
        cookie["_fresh"] = True
    found.set_cookie("language", "en")
    return found


def address(world: World, more: str = "") -> str:
    return f"/plans/{world.teams.plan}/indicators/{world.named(INDICATOR)}{more}"


def monthly(world: World, *numbers: str) -> None:
    days = [(date(2025, 1, 15) + timedelta(days=30 * place)).isoformat() for place in range(len(numbers))]
    several = [{"taken_on": day, "value": number} for day, number in zip(days, numbers, strict=True)]
    do(world, "take_in_measurements", measurements=several)


def enter(team: FlaskClient, world: World, **fields: str) -> TestResponse:
    form = {"id": "form-of-a-test", "taken_on": DAY, **fields}
    return team.post(address(world, "/measurements"), data=form, follow_redirects=True)


def test_a_value_is_entered_with_today_proposed(team: FlaskClient, world: World) -> None:
    shown = team.get(address(world)).text
    assert re.search(r'name="taken_on"[^>]*value="20\d\d-\d\d-\d\d"', shown)
    assert 'inputmode="decimal"' in shown
    answer = enter(team, world, value="2,5", taken_on="2026-04-01", words="Two began")
    assert "2.5 is on the chart for April\N{NO-BREAK SPACE}1, 2026." in answer.text
    assert values(world)[-1] == ("2026-04-01", "2.5", "Two began")


def test_another_value_is_asked_about_before_it_is_replaced(team: FlaskClient, world: World) -> None:
    asked = enter(team, world, value="2")
    assert asked.status_code == 409
    assert "Replace 1 with 2" in asked.text
    assert values(world) == [(DAY, "1", "")]
    assert enter(team, world, value="2", instead_of="1").status_code == 200
    assert values(world) == [(DAY, "2", "")]
    assert "replaced" in team.get(address(world)).text


def test_what_is_no_number_is_kept_and_explained(team: FlaskClient, world: World) -> None:
    answer = enter(team, world, value="many", words="Kept")
    assert answer.status_code == 400
    assert 'value="many"' in answer.text
    assert 'value="Kept"' in answer.text
    assert "Write a number" in answer.text
    assert values(world) == [(DAY, "1", "")]


def test_a_measurement_is_taken_out_and_put_back_at_once(team: FlaskClient, world: World) -> None:
    answer = team.post(address(world, f"/measurements/{DAY}/remove"), follow_redirects=True)
    assert values(world) == []
    undo = re.search(r'role="status">.*?action="([^"]+/restore)"', answer.text, re.DOTALL)
    assert undo is not None
    team.post(undo[1])
    assert values(world) == [(DAY, "1", "")]


def test_the_chart_is_told_in_words_and_has_its_table(team: FlaskClient, world: World) -> None:
    monthly(world, "9", "9", "9", "5", "9", "9", "9", "1", "1", "1", "1", "1", "1")
    do(world, "remove_measurement", taken_on=DAY)
    do(world, "enter_measurement", taken_on="2025-01-15", value="9", words="<b>Began</b>")
    page = team.get(address(world)).text
    wide, narrow = (
        ElementTree.fromstring(text)
        for text in re.findall(r'<svg class="run-chart__(?:wide|narrow)".*?</svg>', page, re.DOTALL)
    )
    for drawing in (wide, narrow):
        assert drawing.get("role") == "img"
        ids = (drawing.get("aria-labelledby") or "").split()
        assert [child.get("id") for child in drawing if child.tag in {"title", "desc"}] == ids
        assert len(drawing.findall("circle")) == 13
    told = "6 measurements in a row lie above the median"
    assert told in "".join(wide.itertext())
    assert told in page
    assert "6 measurements in a row lie below the median" in page
    assert page.count('<tr><th scope="row">') == 13
    assert "&lt;b&gt;Began&lt;/b&gt;" in page
    assert "style=" not in page


def test_under_ten_measurements_nothing_is_told(team: FlaskClient, world: World) -> None:
    monthly(world, "1", "1", "1", "1", "9", "9", "9", "9")
    page = team.get(address(world)).text
    assert "measurements in a row lie" not in page
    assert "Entered so far: 9." in page
    do(world, "enter_measurement", taken_on="2025-12-01", value="9")
    assert "Nowhere do six measurements in a row" in team.get(address(world)).text


def test_a_file_out_in_and_out_again_has_the_same_bytes(team: FlaskClient, world: World) -> None:
    monthly(world, "9", "-3.5", "0.25")
    do(world, "enter_measurement", taken_on="2025-01-15", value="9", words="=HYPERLINK(1)")
    for language in ("nb", "en"):
        team.set_cookie("language", language)
        out = team.get(address(world, "/measurements.csv"))
        all_out = team.get(f"/plans/{world.teams.plan}/measurements.csv")
        look = team.post(
            address(world, "/file"), data={"id": "form-of-a-test", "file": (BytesIO(out.data), "a.csv")}
        )
        assert 'name="do"' not in look.text  # everything is there already
        for day, *_ in values(world):
            do(world, "remove_measurement", taken_on=day)
        take_in(team, address(world, "/file"), out.data)
        assert team.get(address(world, "/measurements.csv")).data == out.data
        for day, *_ in values(world):
            do(world, "remove_measurement", taken_on=day)
        take_in(team, f"/plans/{world.teams.plan}/indicators/file", all_out.data)
        assert team.get(f"/plans/{world.teams.plan}/measurements.csv").data == all_out.data
    assert values(world)[0][2] == "=HYPERLINK(1)"


def take_in(team: FlaskClient, url: str, data: bytes, wanted: str = "all") -> TestResponse:
    looked = team.post(url, data={"id": "form-of-a-test", "file": (BytesIO(data), "a.csv")})
    seen = re.search(r'name="seen" value="(\w+)"', looked.text)
    assert seen is not None
    form = {"id": new_key(), "text": data.decode("utf-8-sig"), "seen": seen[1], "do": wanted}
    return team.post(url, data=form, follow_redirects=True)


def test_each_line_is_told_of_before_anything_is_stored(team: FlaskClient, world: World) -> None:
    data = f"day;value\n{DAY};7\n2026-02-01;3\n2026-02-30;1\n2026-02-01;4\n".encode()
    looked = team.post(
        address(world, "/file"), data={"id": "form-of-a-test", "file": (BytesIO(data), "a.csv")}
    )
    for told in (
        "1 is new",
        "1 replaces another value",
        "2 need another look",
        "<del>1</del> → <ins>7</ins>",
    ):
        assert told in looked.text
    assert values(world) == [(DAY, "1", "")]
    assert "2 measurements are taken in." in take_in(team, address(world, "/file"), data, "without").text
    assert values(world) == [("2026-02-01", "3", ""), (DAY, "7", "")]
    assert past(world) == [("1", "", False)]


def test_what_has_changed_since_it_was_shown_is_shown_again(team: FlaskClient, world: World) -> None:
    data = f"{DAY};7\n".encode()
    looked = team.post(address(world, "/file"), data={"id": "form-of-a-test", "text": data.decode()})
    seen = re.search(r'name="seen" value="(\w+)"', looked.text)
    assert seen is not None
    do(world, "enter_measurement", taken_on=DAY, value="2", instead_of="1")
    form = {"id": "form-of-a-test", "text": data.decode(), "seen": seen[1], "do": "all"}
    assert "<del>2</del>" in team.post(address(world, "/file"), data=form).text
    assert values(world) == [(DAY, "2", "")]


@pytest.mark.parametrize("data", [b"\x89PNG\x00\x00", b"PK\x03\x04\x00", b"", b'"' + b"x" * 200_000])
def test_a_hostile_file_is_refused_in_words(team: FlaskClient, world: World, data: bytes) -> None:
    answer = team.post(
        address(world, "/file"), data={"id": "form-of-a-test", "file": (BytesIO(data), "a.csv")}
    )
    assert answer.status_code == 400
    assert "ds-validation-message" in answer.text


def test_a_file_that_is_too_large_is_not_read_at_all(team: FlaskClient, world: World) -> None:
    form = "multipart/form-data; boundary=x"
    assert team.post(address(world, "/file"), data=b"x" * 3_000_000, content_type=form).status_code == 413


def test_an_indicator_is_begun_changed_and_taken_out(team: FlaskClient, world: World) -> None:
    new = f"/plans/{world.teams.plan}/indicators/new"
    fields = {
        "title": "Days until the first talk",
        "unit": "days",
        "kind": "process",
        "direction": "down",
        "frequency": "weekly",
        "target": "3,5",
        "baseline": "12",
        "baseline_on": "2026-01-01",
    }
    refused = team.post(new, data={**fields, "id": "a-new-indicator", "target": "few"})
    assert refused.status_code == 400
    assert 'value="few"' in refused.text
    page = team.post(new, data={**fields, "id": "a-new-indicator"}, follow_redirects=True).text
    assert "Days until the first talk" in page
    change = f"/plans/{world.teams.plan}/indicators/a-new-indicator/change"
    assert 'value="3.5"' in team.get(change).text
    assert team.post(change, data={**fields, "title": "Days of waiting"}).status_code == 302
    team.post(f"/plans/{world.teams.plan}/indicators/a-new-indicator/remove")
    listed = team.get(f"/plans/{world.teams.plan}/indicators").text
    assert "1 indicator is taken out" in listed
    assert listed.index("Days of waiting") > listed.index("taken out")


def test_what_is_due_is_entered_in_the_list(team: FlaskClient, world: World) -> None:
    listed = team.get(f"/plans/{world.teams.plan}/indicators").text
    form = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', listed.split('class="enter"')[1])
    )
    answer = team.post(address(world, "/measurements"), data={**form, "value": "3"}, follow_redirects=True)
    assert 'class="enter"' not in answer.text
    assert values(world)[-1][1] == "3"


def test_others_read_and_are_offered_nothing_to_write(world: World) -> None:
    reader = client(world, world.teams.of_second)
    for url in (address(world), f"/plans/{world.teams.plan}/indicators"):
        page = reader.get(url)
        assert page.status_code == 200
        assert "<form" not in page.text.split('id="main"')[1].split("</main>")[0]
