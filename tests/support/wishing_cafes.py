"""Random cafés with hosts, wishes and absences, for tests of the planner."""

from hypothesis import strategies as st

from cafe.rotation import Instance, Person, Table


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
