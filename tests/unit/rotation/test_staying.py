"""Those who stay at one table get one that leaves others theirs."""

from cafe.rotation import Budget, Instance, Person, Table, measure, plan_seating


def cafe(**wishes: tuple[tuple[str, str], ...]) -> Instance:
    """Give a roomy café; s stays at one table, a needs an accessible one."""
    guests = [Person(id=f"g{number}") for number in range(7)]
    special = [Person(id="s", stays=True), Person(id="a", needs_access=True)]
    return Instance(
        people=(*special, *guests),
        tables=tuple(
            Table(
                id=f"t{number}",
                seats=6,
                topic_by_round=(f"topic {number}",) * 3,
                host_by_round=((),) * 3,
                accessible=number == 0,
            )
            for number in range(3)
        ),
        rounds=3,
        **wishes,  # type: ignore[arg-type]
    )


def tables_of(instance: Instance, person: str) -> set[str | None]:
    plan = plan_seating(instance, Budget(steps=2000))
    assert measure(instance, plan).violations == 0
    return set(plan[person])


def test_a_table_that_somebody_apart_from_them_cannot_do_without_is_left_to_that_person() -> None:
    for number in range(3):
        topic = f"topic {number}"
        assert tables_of(cafe(apart=(("s", "g0"),), must_visit=(("g0", topic),)), "s") != {f"t{number}"}
    assert tables_of(cafe(apart=(("s", "a"),)), "s") != {"t0"}


def test_whoever_is_always_with_them_stays_too_so_the_table_suits_them_all() -> None:
    assert tables_of(cafe(together=(("s", "g0"), ("g0", "a"))), "s") == {"t0"}
    assert tables_of(cafe(together=(("g0", "s"),), must_visit=(("g0", "topic 2"),)), "s") == {"t2"}
