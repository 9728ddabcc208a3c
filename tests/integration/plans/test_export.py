"""Plans as files, read back: everything is in them, nothing of drafts, no scores and no live formula."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from docx import Document
from flask_babel import force_locale
from openpyxl import load_workbook
from pypdf import PdfReader

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.plans.commands import goals, indicators, life, pilots, plan
from cafe.plans.export.files import file_of
from cafe.plans.model import Measure, Score, StatusReport, WorkPlan
from cafe.plans.queries.exporting import plans_handed_in, plans_to_export
from tests.integration.road.test_routes import client_of
from tests.support.plan_samples import GOAL, MEASURE
from tests.support.world import World

# WeasyPrint leaves the file of a colour profile to be closed by the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
FORMATS = ("pdf", "docx", "xlsx", "json")
FORMULA = "=HYPERLINK(1)"
INVENTED = "An example: the people and what they say are invented."


def text_of(body: bytes, format: str) -> str:  # noqa: A002 - as in the address
    """Give everything that a file says."""
    if format == "json":
        return json.dumps(json.loads(body), ensure_ascii=False)
    if format == "docx":
        document = Document(io.BytesIO(body))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if format == "xlsx":
        book = load_workbook(io.BytesIO(body))
        return "\n".join(
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
        )
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


@pytest.fixture
def told(world: World) -> World:
    """Let the plan say something everywhere, one title beginning like a formula; the draft has a secret."""
    member = Actor(user_id=world.teams.member)
    add = goals.AddMeasure(plan_id=world.teams.plan, measure_id=new_key(), title=FORMULA)
    world.hall.do(add, member)
    for about, field, text in (
        (world.named(GOAL), "effect", "They are met"),
        (world.named(MEASURE), "learning", "Begin small"),
    ):
        write = plan.WriteText(
            plan_id=world.teams.plan, about_id=about, field=field, base_version=0, text=text
        )
        world.hall.do(write, member)
    secret = goals.AddMeasure(plan_id=world.teams.draft, measure_id=new_key(), title="Secret so far")
    world.hall.do(secret, member)
    return world


def exported(world: World, format: str, plan_ids: list[str], *, alone: bool) -> bytes:  # noqa: A002
    """Make a file here, where the server has it made by a process of its own."""
    with world.app.test_request_context(), force_locale("en"):
        with db.sessionmaker() as session:
            plans = plans_to_export(session, plan_ids)
        return file_of(format, "The network", plans, "2027-02-08", alone=alone)


@pytest.mark.parametrize("format", FORMATS)
def test_a_plan_is_whole_in_every_format(told: World, format: str) -> None:  # noqa: A002
    said = " ".join(text_of(exported(told, format, [told.teams.plan], alone=True), format).split())
    for words in ("Nobody alone", "Hire two consultants", "Because", "They are met", "Begin small", FORMULA):
        assert words in said, words


def test_a_goal_and_a_pilot_stand_one_level_below_the_heading_of_their_kind(told: World) -> None:
    pilot = pilots.SetPilot(plan_id=told.teams.plan, pilot_id=new_key(), title="An open café")
    told.hall.do(pilot, Actor(user_id=told.teams.member))
    document = Document(io.BytesIO(exported(told, "docx", [told.teams.plan], alone=True)))
    level = {each.text: each.style.name for each in document.paragraphs if each.style is not None}
    assert level["Result goals"] == level["Pilots"] == "Heading 1"
    assert level["Nobody alone"] == level["An open café"] == "Heading 2"


@pytest.mark.parametrize("format", FORMATS)
def test_all_plans_of_a_network_are_together_and_no_draft_among_them(told: World, format: str) -> None:  # noqa: A002
    with told.app.app_context(), db.sessionmaker() as session:
        plan_ids = plans_handed_in(session, told.teams.network)
    said = " ".join(text_of(exported(told, format, plan_ids, alone=False), format).split())
    for words in ("This year", "Their year", "Hire two consultants", "Begin small"):
        assert words in said, words
    assert "Secret so far" not in said
    assert "Next year" not in said


def test_a_draft_is_a_file_for_its_own_team_alone(told: World) -> None:
    path = f"/plans/{told.teams.draft}/export/json"
    assert "Secret so far" in client_of(told, "team member").get(path).text
    for who in ("organiser", "member of another team", "member elsewhere", "nobody"):
        assert client_of(told, who).get(path).status_code in {302, 403}


def test_no_file_tells_a_score(told: World) -> None:
    with told.app.app_context(), unit_of_work() as session:
        work_plan = session.get_one(WorkPlan, told.teams.second_plan)
        shared = {"stream_id": work_plan.id, "plan": work_plan}
        report = StatusReport(
            id=new_key(), gathering_id=told.hall.gathering_id, state="submitted", submitted_at=1, **shared
        )
        session.add(report)
        session.flush()
        session.add(Score(id=new_key(), report=report, by="team", value=4.5, **shared))
    for format in FORMATS:  # noqa: A001 - as in the address
        said = text_of(exported(told, format, [told.teams.second_plan], alone=True), format)
        assert "4.5" not in said
        assert "score" not in said.lower()


def test_a_cell_that_begins_like_a_formula_is_text(told: World) -> None:
    book = load_workbook(io.BytesIO(exported(told, "xlsx", [told.teams.plan], alone=True)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_of_the_demo_says_that_it_is_invented(
    told: World,
    monkeypatch: pytest.MonkeyPatch,
    format: str,  # noqa: A002 - as in the address
) -> None:
    said = '"invented": true' if format == "json" else INVENTED
    settings = told.app.extensions["cafe_settings"]
    for demo in (False, True):
        monkeypatch.setitem(told.app.extensions, "cafe_settings", replace(settings, demo=demo))
        for alone in (True, False):
            file = exported(told, format, [told.teams.plan], alone=alone)
            assert (said in " ".join(text_of(file, format).split())) is demo


def test_data_names_no_account(told: World) -> None:
    with told.app.app_context(), unit_of_work() as session:
        session.get_one(Measure, told.named(MEASURE)).responsible_id = told.teams.lead
    said = exported(told, "json", [told.teams.plan], alone=True).decode()
    assert told.teams.lead not in said
    assert '"The lead"' not in said


def test_a_workbook_tells_of_indicators_without_measurements_of_kinds_and_of_who_signed(told: World) -> None:
    member, plan_id = Actor(user_id=told.teams.member), told.teams.plan
    add = indicators.SetIndicator(
        plan_id=plan_id,
        indicator_id=new_key(),
        title="Waiting time",
        goal_id=told.named(GOAL),
        direction=indicators.Direction.DOWN,
        frequency=indicators.Frequency.QUARTERLY,
        owner="The clinic",
        baseline="14",
        target="7.5",
        target_on="2027-06-01",
    )
    told.hall.do(add, member)
    change = goals.ChangeMeasure(
        plan_id=plan_id, measure_id=told.named(MEASURE), kind=goals.MeasureKind.EMPLOYMENT
    )
    told.hall.do(change, member)
    with told.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, plan_id).to_gathering_id = told.hall.gathering_id
    told.hall.do(life.KeepVersion(plan_id=plan_id), member)
    book = load_workbook(io.BytesIO(exported(told, "xlsx", [plan_id], alone=True)))
    (line,) = (row for row in book["Indicators"].iter_rows(values_only=True) if "Waiting time" in row)
    for cell in ("Nobody alone", "It should go down", "Every quarter", "The clinic", 14, 7.5, "2027-06-01"):
        assert cell in line
    (measure,) = (
        row for row in book["Measures"].iter_rows(values_only=True) if "Hire two consultants" in row
    )
    assert "People with lived experience are employed" in measure
    head, plan_line = book["Plans"].iter_rows(values_only=True)
    told_of = dict(zip(head, plan_line, strict=True))
    assert told_of["Version"] == 2
    assert str(told_of["Period"]).startswith("Until ")
    assert str(told_of["Sign-off"]).startswith("The leader stands by version 1")


def test_the_booklet_of_a_network_says_where_the_measurements_are(told: World) -> None:
    whole = text_of(exported(told, "docx", [told.teams.plan], alone=False), "docx")
    assert "Each measurement by itself is in the Excel file" in whole


def test_another_format_is_not_found(told: World) -> None:
    assert client_of(told, "team member").get(f"/plans/{told.teams.plan}/export/exe").status_code == 404
