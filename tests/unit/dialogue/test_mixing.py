"""How well a seating mixes people: the figures beside what is possible, and the picture of who meets whom."""

from __future__ import annotations

import pytest

from cafe.dialogue.mixing import figures_of, share, who_is_alone, who_meets_whom, with_colleagues
from cafe.rotation import Instance, Person, Table

TABLES = tuple(Table(id=t, seats=4, topic_by_round=(None,) * 2, host_by_round=((),) * 2) for t in "xy")
PLAN = {"a": ("x", "x"), "b": ("x", "y"), "c": ("y", "x"), "d": ("y", None)}
HOMES = {"a": "North", "b": "North", "c": "South"}


def hall(**kinds: str) -> Instance:
    people = tuple(
        Person(id=p, organisation=HOMES.get(p), kind=kinds.get(p), company=p in kinds) for p in PLAN
    )
    return Instance(people=people, tables=TABLES, rounds=2)


def test_only_pairs_that_share_a_table_are_counted_and_each_once() -> None:
    matrix = who_meets_whom(PLAN, HOMES)
    assert matrix.names == ("North", "South", "")  # the largest first, those without an organisation last
    assert [[cell.met for cell in row] for row in matrix.rows] == [[1, 1, 0], [1, 0, 1], [0, 1, 0]]
    assert [cell.pairs for cell in matrix.rows[0]] == [1, 2, 2]
    assert matrix.rows[1][1].pairs == 0
    assert matrix.never == 1
    again = {"a": ("x", "x"), "b": ("x", "x")}
    assert who_meets_whom(again, HOMES).rows[0][0].met == 1


def test_any_meeting_shows_in_colour_and_more_than_usual_more_strongly() -> None:
    people = {f"{home}{number}": home for home in "ABC" for number in range(6)}
    tables = {person: ("A" if person[0] in "AB" else "C",) for person in people}
    tables["C0"] = ("A",)
    rows = who_meets_whom(tables, people).rows
    assert rows[0][1].tint > rows[0][2].tint > 0
    assert who_meets_whom({"a": ("x",), "c": ("y",)}, HOMES).rows[0][1].tint == 0


@pytest.mark.parametrize("number", [2, 17, 40])
def test_the_picture_holds_every_organisation(number: int) -> None:
    homes = {f"p{n}": f"Kommune {n % number}" for n in range(120)}
    plan = {person: (f"t{n % 15}", f"t{n * 7 % 15}") for n, person in enumerate(homes)}
    matrix = who_meets_whom(plan, homes)
    assert len(matrix.names) == len(matrix.rows) == len(matrix.rows[0]) == number
    assert all(matrix.rows[i][j] == matrix.rows[j][i] for i in range(number) for j in range(number))


def test_colleagues_are_people_of_one_organisation_and_not_of_none() -> None:
    assert with_colleagues(PLAN, HOMES) == 2
    assert with_colleagues({"d": ("x",), "e": ("x",)}, HOMES) == 0


def test_who_asked_for_company_and_has_none_is_named_with_table_and_round() -> None:
    found = who_is_alone(hall(a="lived_experience", b="lived_experience"), PLAN)
    assert [(each.person_id, each.round, each.table_id) for each in found] == [("a", 2, "x"), ("b", 2, "y")]
    assert who_is_alone(hall(), PLAN) == []


def test_the_share_is_never_rounded_up_to_all() -> None:
    assert share(999, 1000) == 99
    assert share(0, 0) == 100


def test_what_is_possible_at_best_stands_beside_what_is_reached() -> None:
    people = tuple(Person(id=str(number)) for number in range(12))
    tables = tuple(
        Table(id=t, seats=4, topic_by_round=(None,) * 3, host_by_round=((),) * 3) for t in ("x", "y", "z")
    )
    figures = figures_of(
        Instance(people=people, tables=tables, rounds=3),
        {person.id: ("xyz"[number // 4],) * 3 for number, person in enumerate(people)},
    )
    assert figures.found.repeats == 36
    assert figures.least.repeats == 6
    assert (figures.new_share, figures.best_share) == (33, 88)
