"""Sequences of changes over random cafés with wishes: nothing hard is ever broken that could be kept."""

import dataclasses

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cafe.rotation import (
    Budget,
    Cancelled,
    Impossible,
    Instance,
    Person,
    Plan,
    Reason,
    Strategy,
    Table,
    find_bounds,
    find_impossible,
    measure,
    plan_seating,
    replan,
)

STEPS = 3_000


@st.composite
def wishing_cafes(draw: st.DrawFn) -> Instance:
    """Draw a roomy café with hosts, wishes and absences that do not contradict each other."""
    rounds = draw(st.integers(2, 4))
    tables = draw(st.integers(4, 6))
    topics = draw(st.sampled_from([1, 2, tables]))
    guests = draw(st.integers(3 * tables, 5 * tables))
    names = [f"g{number}" for number in range(guests)]
    people = [
        Person(
            id=name,
            organisation=draw(st.sampled_from([None, "a", "b", "c"])),
            kind=draw(st.sampled_from(["x", "y"])),
            rounds=draw(st.sampled_from([None, None, None, frozenset({1}), frozenset({2})])),
        )
        for name in names[8:]
    ]
    # The first eight are always there, and each has one wish at most.
    people += [Person(id=name, organisation="a", kind="x") for name in names[:7]]
    people.append(Person(id=names[7], stays=True, needs_access=draw(st.booleans())))
    hosts = [f"h{number}" for number in range(tables)]
    return Instance(
        people=(*people, *(Person(id=host, organisation="b", kind="y") for host in hosts)),
        tables=tuple(
            Table(
                id=f"t{number}",
                seats=9,
                topic_by_round=(f"topic {number % topics}",) * rounds,
                host_by_round=((hosts[number],),) * rounds,
                accessible=number < 3,
            )
            for number in range(tables)
        ),
        rounds=rounds,
        seed=draw(st.integers(1, 3)),
        must_visit=((names[0], "topic 0"),),
        apart=((names[1], names[2]), (names[2], names[3])),
        together=((names[4], names[5]),),
    )


def violations(instance: Instance, plan: Plan) -> int:
    return measure(instance, plan).violations


@settings(deadline=None, max_examples=60)
@given(wishing_cafes())
def test_wishes_that_can_be_met_are_met(instance: Instance) -> None:
    assert find_impossible(instance) == ()
    assert violations(instance, plan_seating(instance, Budget(steps=STEPS))) == 0


@settings(deadline=None, max_examples=40)
@given(wishing_cafes(), st.data())
def test_a_sequence_of_changes_breaks_nothing_and_leaves_the_past(
    instance: Instance, data: st.DataObject
) -> None:
    plan = plan_seating(instance, Budget(steps=STEPS))
    for done in range(1, instance.rounds):
        instance = changed(instance, data, done)
        seats = {(p, n): t for p, row in plan.items() for n, t in enumerate(row, 1) if t is not None}
        past = {key: table for key, table in seats.items() if key[1] <= done}
        instance = dataclasses.replace(instance, fixed=past)
        announced = {key: table for key, table in seats.items() if key[1] > done}
        strategy = data.draw(st.sampled_from(list(Strategy)))
        assume(not find_impossible(instance, done + 1))
        found = replan(instance, announced, strategy, Budget(steps=STEPS))
        plan = found.plan
        assert all(plan[person][number - 1] == table for (person, number), table in past.items())
        assert found.measure.violations == 0
        assert found.moved >= 0


def changed(instance: Instance, data: st.DataObject, done: int) -> Instance:
    """Let somebody come late and somebody leave."""
    later = frozenset(range(done + 1, instance.rounds + 1))
    late = Person(id=f"late {done}", organisation="c", kind="x", rounds=later)
    people = list(instance.people)
    leaver = data.draw(st.sampled_from([p for p in people if p.id.startswith("g") and p.rounds is None]))
    if not any(leaver.id in pair for pair in instance.must_visit) and not leaver.stays:
        gone = dataclasses.replace(leaver, rounds=frozenset(range(1, done + 1)))
        people[people.index(leaver)] = gone
    return dataclasses.replace(instance, people=(*people, late))


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
