"""Files of measurements: out, in and out again to the same bytes, and files that are none."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.errors import BadInput
from cafe.plans.commands.indicators import one_line
from cafe.plans.commands.numbers import canonical_number
from cafe.plans.measurement_file import Written, as_file, day_of, read_lines, text_of
from cafe.plans.measurement_words import DIALECTS

LANGUAGES = sorted(DIALECTS)
# Whatever may be stored: no control characters, no lone surrogates; blanks as the commands leave them.
STORED = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("'=+-@;,\"\t\n "), max_size=40)
    .map(one_line)
    .filter(lambda text: len(text) <= 300)
)
NUMBERS = st.decimals(-(10**9), 10**9, places=3).map(lambda number: canonical_number(f"{number:f}") or "0")
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
LINES = st.lists(
    st.builds(
        Written,
        taken_on=DAYS,
        value=NUMBERS,
        words=STORED,
        indicator=STORED,
        indicator_id=st.from_regex(r"[A-Za-z0-9_-]{8,36}", fullmatch=True),
    ),
    max_size=12,
)


def read(data: bytes) -> list[Written]:
    lines = read_lines(text_of(data))
    assert all(line.problem is None for line in lines)
    return [line.written for line in lines if line.written]


@pytest.mark.parametrize("several", [True, False])
@settings(deadline=None)
@given(lines=LINES, language=st.sampled_from(LANGUAGES))
def test_out_in_and_out_again_gives_the_same_bytes(
    several: bool, lines: list[Written], language: str
) -> None:
    dialect = DIALECTS[language]
    out = as_file(lines, dialect, several=several)
    back = read(out)
    assert as_file(back, dialect, several=several) == out
    assert [(line.taken_on, line.value, line.words) for line in back] == [
        (line.taken_on, line.value, line.words) for line in lines
    ]


@settings(deadline=None)
@given(lines=LINES, language=st.sampled_from(LANGUAGES))
def test_no_text_is_a_formula(lines: list[Written], language: str) -> None:
    dialect = DIALECTS[language]
    text = as_file(lines, dialect, several=True).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator):
        for place in (0, 1, 4):
            assert row[place].lstrip()[:1] not in set("=+-@＝＋－＠")


def test_what_it_looks_like() -> None:
    lines = [
        Written(taken_on="2027-02-08", value="-3.5", words="=SUM(A1)"),
        Written(taken_on="2027-03-08", value="4"),
    ]
    assert as_file(lines, DIALECTS["nb"], several=False) == (
        b"\xef\xbb\xbfdag;verdi;merknad\r\n2027-02-08;-3,5;'=SUM(A1)\r\n2027-03-08;4;\r\n"
    )
    assert (
        as_file(lines[1:], DIALECTS["en"], several=False)
        == b"\xef\xbb\xbfday,value,note\r\n2027-03-08,4,\r\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"day,value\n2027-02-08,12.5\n", id="commas"),
        pytest.param(b'day,value\n2027-02-08,"12,5"\n', id="commas and a decimal comma"),
        pytest.param(b"\xef\xbb\xbfdag;verdi\r\n8.2.2027;12,5\r\n", id="Excel in Norwegian"),
        pytest.param("datum\tvärde\r\n2027-02-08\t12,5\r\n".encode("utf-16"), id="Unicode text of Excel"),
        pytest.param("datum;värde\n2027-02-08;12,5\n".encode("cp1252"), id="Windows"),
        pytest.param(b"2027-02-08;12,5", id="no titles"),
        pytest.param(b"value;something else;day\n12.50;x;08.02.2027\n\n;;\n", id="another order"),
    ],
)
def test_what_other_programs_write_is_read(data: bytes) -> None:
    assert [(line.taken_on, line.value) for line in read(data)] == [("2027-02-08", "12.5")]


@pytest.mark.parametrize(
    "line",
    [
        *("2027-02-30;1", "1.13.2027;1", "02/08/2027;1", "yesterday;1", "0001-01-01;1", "9999-01-01;1", ";1"),
        *("2027-02-08;NaN", "2027-02-08;1e999", "2027-02-08;=1+1", "2027-02-08;", "2027-02-08;twelve"),
        *("2027-02-08;1;" + "x" * 301, "2027-02-08;1;bell\x07"),
    ],
)
def test_a_line_that_holds_no_measurement_is_told_of_and_the_others_are_kept(line: str) -> None:
    lines = read_lines(f"day;value;note\n2027-01-01;1;fine\n{line}\n")
    assert [found.number for found in lines] == [2, 3]
    assert lines[0].written is not None
    assert lines[1].written is None
    assert lines[1].problem is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\x00\x00\x00", id="a workbook"),
        pytest.param(bytes(range(256)) * 50, id="bytes"),
        pytest.param(b"\xff\xfe\x00", id="half a character"),
        pytest.param(b"2027-02-08;1\n" * 20_001, id="too many lines"),
        pytest.param(b'2027-02-08;"' + b"x" * 200_000, id="a cell without an end"),
    ],
)
def test_a_file_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_lines(text_of(data))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_do_harm(data: bytes) -> None:
    try:
        lines = read_lines(text_of(data))
    except BadInput:
        return
    assert all((line.written is None) is (line.problem is not None) for line in lines)


def test_days() -> None:
    assert day_of(" 08.02.2027 ") == "2027-02-08"
    assert day_of("8. 2. 2027") == "2027-02-08"
    assert day_of("2027-02-08 00:00:00") == "2027-02-08"
