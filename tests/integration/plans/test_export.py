"""Plans as files, read back: everything is in them, nothing of drafts, no scores and no live formula."""

from __future__ import annotations

import io
import json

import pytest
from docx import Document
from flask_babel import force_locale
from openpyxl import load_workbook
from pypdf import PdfReader

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import db
from cafe.plans.commands import goals, pilots, plan
from cafe.plans.export.files import file_of
from cafe.plans.queries.exporting import plans_handed_in, plans_to_export
from tests.integration.road.test_routes import client_of
from tests.support.plan_samples import GOAL, MEASURE
from tests.support.world import World

# WeasyPrint leaves the file of a colour profile to be closed by the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
FORMATS = ("pdf", "docx", "xlsx", "json")
FORMULA = "=HYPERLINK(1)"


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
    from cafe.db import unit_of_work
    from cafe.plans.model import Score, StatusReport, WorkPlan

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


def test_another_format_is_not_found(told: World) -> None:
    assert client_of(told, "team member").get(f"/plans/{told.teams.plan}/export/exe").status_code == 404
