"""Lists of people as they come: every program writes them in its own way."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from cafe.errors import BadInput
from cafe.gatherings.commands import Kind
from cafe.gatherings.people_file import MOST_PEOPLE, Line, read_people, text_of_file

KARI = Line(number=2, name="Kari Ås", organisation="Bømlo", kind=Kind.PROFESSIONAL)


@pytest.mark.parametrize(
    "text",
    [
        "navn;kommune;rolle\nKari Ås;Bømlo;fagperson",
        "Namn\tKommune\tRolle\nKari Ås\tBømlo\tFagperson\n\n",
        "name,organisation,kind\r\nKari Ås,Bømlo,professional\r\n",
        'Namn;Organisation;Roll\n"Kari Ås";"Bømlo";"profess-ionell"',
        "Rolle;Telefon;Organisasjon;Fornavn;Etternavn\nFAGPERSON;1;Bømlo;Kari;Ås",
        "NAVN ;Kommune:;Rolle\n  Kari   Ås ; Bømlo;ansatt;;;",
    ],
)
def test_columns_are_known_in_every_language(text: str) -> None:
    assert read_people(text).people == (KARI,)
    assert not read_people(text).problems


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("erfaringskonsulent", Kind.LIVED_EXPERIENCE),
        ("Brukarkonsulent", Kind.LIVED_EXPERIENCE),
        ("peer supporter", Kind.LIVED_EXPERIENCE),
        ("lived experience", Kind.LIVED_EXPERIENCE),
        ("pårørande", Kind.RELATIVE),
        ("anhörig", Kind.RELATIVE),
        ("avdelingsleiar", Kind.LEADER),
        ("politikar", Kind.POLITICIAN),
        ("övrigt", Kind.OTHER),
        ("", None),
    ],
)
def test_kinds_are_known_in_every_language(word: str, kind: Kind | None) -> None:
    assert read_people(f"name;kind\nA;{word}").people[0].kind == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_keeps_the_letters(encoding: str) -> None:
    data = "navn;kommune\nÅse Ødegård;Hå".encode(encoding)
    assert read_people(text_of_file(data)).people[0].name == "Åse Ødegård"


def test_without_titles_it_is_name_organisation_and_kind() -> None:
    assert read_people("Kari Ås, Bømlo, fagperson\nPer").people == (
        Line(number=1, name="Kari Ås", organisation="Bømlo", kind=Kind.PROFESSIONAL),
        Line(number=2, name="Per"),
    )


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (";Bømlo;;;", "no name"),
        ("A;;wizard;;", "wizard"),
        (f"{'a' * 201};;;;", "200"),
        (f"A;{'b' * 201};;;", "200"),
        ("A;;;ja;fire", "fire"),
        ("A;;;ja;0", "“0”"),
        ("A;;;ja;", "which"),
        ("A;;;maybe;4", "cannot tell"),
        ("A\x07;;;;", "cannot be stored"),
        ("Known;Sola;;;", "line 2"),
        ("KNOWN;sola;;;", "line 2"),
    ],
)
def test_a_bad_line_is_told_with_its_number(line: str, word: str) -> None:
    found = read_people(f"name;organisation;kind;host;table\nKnown;Sola;;;\n\n{line}\nLast;;;;")
    assert [person.name for person in found.people] == ["Known", "Last"]
    assert [problem.number for problem in found.problems] == [4]
    assert word in str(found.problems[0].message)


def test_two_of_one_name_from_two_places_are_two() -> None:
    assert len(read_people("name;kommune\nKari;Hå\nKari;Sola").people) == 2


def test_hosts_have_their_table() -> None:
    assert read_people("navn;bord;vert\nA;4;ja").people == (Line(number=2, name="A", table=4, host=True),)


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02", b"\xff\xfeA", b"PK\x03\x04 and then nothing", b"a\x00b", b"\x81\x8d\x8f"],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        text_of_file(data)


def test_too_many_lines_are_refused() -> None:
    assert len(read_people("name\n" + "\n".join(f"P{n}" for n in range(MOST_PEOPLE))).people) == MOST_PEOPLE
    with pytest.raises(BadInput):
        read_people("name\n" + "\n".join(f"P{n}" for n in range(MOST_PEOPLE + 1)))


def workbook(*rows: list[object], hidden_first: bool = False) -> bytes:
    book = Workbook()
    if hidden_first:
        secret = book.create_sheet("secret", 0)
        secret.append(["name"])
        secret.append(["Hidden"])
        secret.sheet_state = "hidden"
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_read_and_its_formulas_are_text() -> None:
    data = workbook(
        ["Navn", "Kommune", "Bord", "Vert"],
        ["Kari\nÅs", '=HYPERLINK("http://x")', 4.0, "x"],
        hidden_first=True,
    )
    assert read_people(text_of_file(data)).people == (
        Line(number=2, name="Kari Ås", organisation='=HYPERLINK("http://x")', table=4, host=True),
    )


def repacked(member: str, content: bytes) -> bytes:
    """Give a workbook with one member replaced."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["name"], ["A"]))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
        new.writestr(member, content)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><worksheet "
    + MAIN
    + b'><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("member", "content"),
    [
        (SHEET, b"<worksheet>" + b" " * 300_000_000),
        (SHEET, LAUGHS),
        ("xl/sharedStrings.xml", b"<sst>" + b"<si><t>x</t></si>" * 3_000_000),
        ("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 200_000),
        (SHEET, b"no xml at all"),
    ],
    ids=["spaces", "laughs", "strings", "styles", "no xml"],
)
def test_bombs_and_broken_workbooks_are_refused_in_little_memory(member: str, content: bytes) -> None:
    data = repacked(member, content)
    tracemalloc.start()
    try:
        with pytest.raises(BadInput):
            text_of_file(data)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_a_sheet_that_claims_to_be_endless_is_cut() -> None:
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>'
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>B</t></is></c></row>'
    sheet = b"<worksheet %s><sheetData>%s%s</sheetData></worksheet>" % (MAIN, rows, far)
    found = read_people(text_of_file(repacked(SHEET, sheet)))
    assert [person.name for person in found.people] == ["A"]
