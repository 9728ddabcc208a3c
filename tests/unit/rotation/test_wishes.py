"""Wishes over random cafés: those that can be met are met, the others are named."""

import dataclasses

import pytest
from hypothesis import given, settings

from cafe.rotation import (
    Budget,
    Cancelled,
    Impossible,
    Instance,
    Person,
    Plan,
    Reason,
    Table,
    find_bounds,
    find_impossible,
    measure,
    plan_seating,
)
from tests.support.wishing_cafes import wishing_cafes

STEPS = 3_000


def violations(instance: Instance, plan: Plan) -> int:
    return measure(instance, plan).violations


@settings(deadline=None, max_examples=60)
@given(wishing_cafes())
def test_wishes_that_can_be_met_are_met(instance: Instance) -> None:
    assert find_impossible(instance) == ()
    assert violations(instance, plan_seating(instance, Budget(steps=STEPS))) == 0


@settings(deadline=None, max_examples=30)
@given(wishing_cafes())
def test_figures_are_never_below_their_bounds(instance: Instance) -> None:
    found, bounds = measure(instance, plan_seating(instance, Budget(steps=500))), find_bounds(instance)
    assert found.topic_repeats >= bounds.topic_repeats
    assert found.size_spread >= bounds.size_spread
    assert found.same_organisation >= bounds.same_organisation
    assert found.repeats >= (bounds.repeats if found.topic_repeats == bounds.topic_repeats else 0)


def cafe(**wishes: object) -> Instance:
    people = tuple(Person(id=name, kind="x") for name in "abcdefgh")
    tables = tuple(
        Table(id=name, seats=4, topic_by_round=(name, name), host_by_round=((), ())) for name in "pqr"
    )
    return dataclasses.replace(Instance(people=people, tables=tables, rounds=2), **wishes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (
            {"fixed": dict.fromkeys([(name, 1) for name in "abcdef"], "p")},
            Impossible(
                reason=Reason.TOO_MANY_PINNED,
                people=tuple("abcdef"),
                table="p",
                round=1,
                needed=6,
                available=4,
            ),
        ),
        (
            {"fixed": dict.fromkeys([(name, 1) for name in "abcd"], "p"), "together": (("d", "e"),)},
            Impossible(
                reason=Reason.TOO_MANY_PINNED,
                people=tuple("abcde"),
                table="p",
                round=1,
                needed=5,
                available=4,
            ),
        ),
        (
            {"apart": (("a", "c"),), "together": (("a", "b"), ("b", "c"))},
            Impossible(reason=Reason.APART_AND_TOGETHER, people=("a", "c")),
        ),
        (
            {"must_visit": (("a", "s"),)},
            Impossible(reason=Reason.TOPIC_NOT_OPEN, people=("a",), topic="s"),
        ),
        (
            {"must_visit": (("a", "p"),), "fixed": {("a", 1): "q", ("a", 2): "r"}},
            Impossible(reason=Reason.TOPIC_OUT_OF_REACH, people=("a",), topic="p"),
        ),
        (
            {"must_visit": (("a", "p"), ("a", "q"), ("a", "r"))},
            Impossible(reason=Reason.TOPICS_TOO_MANY, people=("a",), topic="r", needed=3, available=2),
        ),
        (
            {"together": (("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"))},
            Impossible(
                reason=Reason.TOGETHER_TOO_MANY, people=tuple("abcde"), round=1, needed=5, available=4
            ),
        ),
        (
            {"together": (("a", "b"),), "fixed": {("a", 1): "p", ("b", 1): "q"}},
            Impossible(reason=Reason.TOGETHER_BUT_PLACED_APART, people=("a", "b"), round=1),
        ),
        (
            {"apart": (("a", "b"),), "fixed": {("a", 1): "p", ("b", 1): "p"}},
            Impossible(reason=Reason.APART_BUT_PLACED_TOGETHER, people=("a", "b"), table="p", round=1),
        ),
        (
            {"people": (Person(id="a", needs_access=True),)},
            Impossible(reason=Reason.NO_ACCESSIBLE_SEAT, people=("a",), round=1, needed=1, available=0),
        ),
        (
            {"people": (Person(id="a", rounds=frozenset({7})),), "must_visit": (("a", "p"),)},
            Impossible(reason=Reason.NEVER_THERE, people=("a",), topic="p"),
        ),
        (
            {"people": (Person(id="a", kind="x", company=True),)},
            Impossible(reason=Reason.ALONE_OF_KIND, people=("a",), round=1),
        ),
        (
            {"people": (Person(id="a", stays=True),), "fixed": {("a", 1): "p", ("a", 2): "q"}},
            Impossible(reason=Reason.STAYS_BUT_PLACED_APART, people=("a",)),
        ),
    ],
)
def test_what_is_impossible_is_named(wishes: dict[str, object], expected: Impossible) -> None:
    assert expected in find_impossible(cafe(**wishes))


def test_what_is_past_is_not_judged() -> None:
    instance = cafe(fixed={("a", 1): "p", ("b", 1): "q"}, together=(("a", "b"),))
    assert find_impossible(instance, first_round=2) == ()


def test_whoever_asked_for_company_is_not_alone() -> None:
    people = tuple(
        Person(id=str(number), kind="lived" if number < 4 else "other", company=number == 0)
        for number in range(24)
    )
    tables = tuple(
        Table(id=str(number), seats=6, topic_by_round=(None,) * 3, host_by_round=((),) * 3)
        for number in range(4)
    )
    instance = Instance(people=people, tables=tables, rounds=3)
    assert measure(instance, plan_seating(instance, Budget(steps=20_000))).alone == 0


def test_the_search_tells_its_progress_and_can_be_stopped() -> None:
    told: list[float] = []

    def progress(share: float) -> bool:
        told.append(share)
        return len(told) == 3

    instance = cafe(
        people=tuple(Person(id=str(n), kind="xyz"[n % 3], organisation="abcd"[n % 4]) for n in range(11))
    )
    with pytest.raises(Cancelled):
        plan_seating(instance, Budget(steps=100_000, progress=progress))
    assert told == sorted(told)
    assert len(told) == 3


def clashing_cafe(seed: int) -> Instance:
    """Give twelve people at three tables: the wishes of p3 to p7 clash, those of p8 to p11 with nothing."""
    people = [Person(id=f"p{number}", organisation=f"o{number % 5}") for number in range(12)]
    people[4] = dataclasses.replace(people[4], needs_access=True)
    people[6] = dataclasses.replace(people[6], needs_access=True, stays=True)
    people[7] = dataclasses.replace(people[7], needs_access=True, stays=True, rounds=frozenset({2, 3}))
    people[11] = dataclasses.replace(people[11], stays=True)
    hosts = {"p0": "t0", "p1": "t1", "p2": "t2"}
    return Instance(
        people=tuple(people),
        tables=tuple(
            Table(
                id=table,
                seats=8,
                topic_by_round=(table,) * 3,
                host_by_round=((host,),) * 3,
                accessible=table == "t0",
            )
            for host, table in hosts.items()
        ),
        rounds=3,
        seed=seed,
        fixed={("p6", 2): "t0", ("p3", 1): "t2"},
        must_visit=(("p10", "t2"),),
        apart=(("p7", "p6"), ("p4", "p3"), ("p6", "p3"), ("p10", "p11")),
        together=(("p8", "p9"), ("p6", "p5")),
    )


@pytest.mark.parametrize("seed", range(8))
def test_wishes_that_clash_take_nothing_from_others(seed: int) -> None:
    """Two can never be: p6 and p7 both stay, both need the one table with access, and are to be apart."""
    plan = plan_seating(clashing_cafe(seed), Budget(steps=10_000))
    assert violations(clashing_cafe(seed), plan) == 2
    assert plan["p8"] == plan["p9"]
    assert all(one != other for one, other in zip(plan["p10"], plan["p11"], strict=True))
    assert "t2" in plan["p10"]
    assert len(set(plan["p11"])) == 1
