"""An import file is read strictly, and every problem is told with its place."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from cafe.importing.errors import ImportRefused
from cafe.importing.file import read_import_file
from cafe.importing.names import problems_of

ROOT = Path(__file__).resolve().parents[3]
SAMPLE: dict[str, Any] = json.loads((ROOT / "docs/import-sample.json").read_text())


def changed(path: str, value: Any) -> str:
    """Give the sample with one place changed."""
    raw = deepcopy(SAMPLE)
    *way, last = (int(part) if part.isdigit() else part for part in path.split("/"))
    place: Any = raw
    for part in way:
        place = place[part]
    place[last] = value
    return json.dumps(raw)


def test_the_sample_is_good() -> None:
    assert list(problems_of(read_import_file(json.dumps(SAMPLE)))) == []


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("network", "", "network: string should have at least 1 character"),
        ("netwrok", "x", "netwrok: there is no field of this name"),
        ("gathering", {}, "gathering.title: this is missing"),
        ("gathering/starts_on", "15.2.2027", "gathering.starts_on: "),
        ("gathering/ordinal", 0, "gathering.ordinal: "),
        ("organisations/1/kind", "club", "organisations[1].kind: "),
        ("organisations/1/role", "boss", "organisations[1].role: "),
        ("organisers/0/email", "nobody", "organisers[0].email: "),
        ("participants/2/name", " ", "participants[2].name: "),
        ("participants/2/kind", "patient", "participants[2].kind: "),
        ("participants/2/name", "a\x00b", "participants[2].name: it holds a character that cannot be stored"),
        ("sessions/0/mode", "chaos", "sessions[0].mode: "),
        ("sessions/0/seats", 2, "sessions[0].seats: "),
        ("sessions/0/switch_minutes", 11, "sessions[0].switch_minutes: "),
        ("sessions/0/topics/0/title", None, "sessions[0].topics[0].title: "),
        ("sessions/0/rounds/1/minutes", 61, "sessions[0].rounds[1].minutes: "),
        ("sessions/0/rounds", [{}] * 9, "sessions[0].rounds: "),
        ("sessions/0/tables/1/seats", 11, "sessions[0].tables[1].seats: "),
        ("sessions/0/tables/1/number", 3, "sessions[0].tables[1].number: there is no field of this name"),
        ("sessions/0/wishes/0/kind", "likes", "sessions[0].wishes[0].kind: "),
        ("sessions/0/wishes/0/rounds", [9], "sessions[0].wishes[0].rounds[0]: "),
        ("sessions/0/seating/seed", 0, "sessions[0].seating.seed: "),
    ],
)
def test_a_bad_field_is_told_with_its_place(path: str, value: Any, told: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_import_file(changed(path, value))
    assert [str(each) for each in refused.value.problems if str(each).startswith(told)]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("participants/4/key", "Kari fra Eigersund", "participants[5].key: “Kari fra Eigersund” stands here"),
        ("organisations/1/name", "BØMLO", "organisations[1].name: “bømlo” stands here for the second time"),
        ("organisers/1", {"email": "Arrangor@example.org", "name": "X"}, "organisers[1].email: "),
        ("sessions/0/topics/1/title", "Brukerkompetansen", "sessions[0].topics[1].title: "),
        ("sessions/0/tables/1/topic", "C", "sessions[0].tables[1].topic: there is no topic called “C”"),
        ("sessions/0/tables/0/host", "Ukjent", "sessions[0].tables[0].host: there is no participant called"),
        ("sessions/0/tables/1/host", "Bjarne Tveit", "sessions[0].tables[1].host: “Bjarne Tveit” is already"),
        ("sessions/0/tables/0/cohost", "Astrid Solheim", "sessions[0].tables[0].cohost: "),
        ("sessions/0/tables/0/host", "Kari Moe", "sessions[0].tables[0].host: there is no participant"),
        (
            "sessions/0/seating/given/0/tables",
            [3],
            "sessions[0].seating.given[0].tables[0]: there is no table 3",
        ),
        ("sessions/0/seating/given/0/tables", [1, 1, 1], "sessions[0].seating.given[0].tables: there are 2"),
        ("sessions/0/seating/given/0/participant", "X", "sessions[0].seating.given[0].participant: "),
        ("sessions/0/wishes/0/participant", "X", "sessions[0].wishes[0].participant: there is no"),
        ("sessions/0/wishes/0/topic", "C", "sessions[0].wishes[0].topic: there is no topic called “C”"),
        ("sessions/0/wishes/0/topic", None, "sessions[0].wishes[0].topic: this is missing"),
        ("sessions/0/wishes/0/rounds", [2], "sessions[0].wishes[0].rounds: “must_visit” does not take this"),
        ("sessions/0/wishes/1/other", "Kari Moe", "sessions[0].wishes[1].other: there is no participant"),
        ("sessions/0/wishes/1/other", "Eva Lie", "sessions[0].wishes[1].other: these are not two people"),
        ("sessions/0/wishes/1/kind", "stays", "sessions[0].wishes[1].other: “stays” does not take this"),
        (
            "sessions/0/wishes/1",
            {"participant": "Turid", "kind": "company"},
            "sessions[0].wishes[1].kind: “Turid” has no kind",
        ),
        (
            "sessions/0/wishes/1",
            {"participant": "Turid", "kind": "sits_out", "rounds": [3]},
            "sessions[0].wishes[1].rounds[0]: there is no round 3",
        ),
    ],
)
def test_a_name_that_means_nothing_is_told_with_its_place(path: str, value: Any, told: str) -> None:
    raw = json.loads(changed("note", ""))
    if path == "organisers/1":
        raw["organisers"].append(value)
        text = json.dumps(raw)
    else:
        text = changed(path, value)
    problems = [str(each) for each in problems_of(read_import_file(text))]
    assert [each for each in problems if each.startswith(told)], problems


def test_two_people_of_one_name_need_keys() -> None:
    raw = deepcopy(SAMPLE)
    del raw["participants"][4]["key"], raw["participants"][5]["key"]
    raw["sessions"][0]["tables"][1]["host"] = "Kari Moe"
    problems = [str(each) for each in problems_of(read_import_file(json.dumps(raw)))]
    assert problems == [
        "sessions[0].tables[1].host: 2 participants are called “Kari Moe”; give each a key and use it here"
    ]


def test_what_is_not_json_is_told_with_its_line() -> None:
    with pytest.raises(ImportRefused, match="line 2, column 1: this is not JSON"):
        read_import_file('{"network": "N",\n}')


def test_a_list_is_no_file() -> None:
    with pytest.raises(ImportRefused, match="the file: "):
        read_import_file("[]")
