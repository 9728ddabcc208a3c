"""The price of a trade is what the trade then costs."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.rotation import Instance, Person, Table
from cafe.rotation.figures import Told, Weights
from cafe.rotation.hall import Hall
from cafe.rotation.prices import Prices
from cafe.rotation.seats import Seats

PEOPLE, TABLES, ROUNDS = 16, 4, 3
WEIGHTS = Weights(moved=7)


@st.composite
def halls(draw: st.DrawFn) -> Hall:
    """Draw a café with organisations, kinds, topics, people who ask for company and people kept apart."""
    named = st.sampled_from(["a", "b", "c", None])
    names = st.sampled_from([str(number) for number in range(PEOPLE)])
    return Hall(
        Instance(
            people=tuple(
                Person(
                    id=str(number),
                    organisation=draw(named),
                    kind=draw(named),
                    company=draw(st.booleans()),
                    needs_access=draw(st.booleans()),
                )
                for number in range(PEOPLE)
            ),
            tables=tuple(
                Table(
                    id=str(number),
                    seats=9,
                    topic_by_round=tuple(draw(named) for _ in range(ROUNDS)),
                    host_by_round=((),) * ROUNDS,
                    accessible=draw(st.booleans()),
                )
                for number in range(TABLES)
            ),
            rounds=ROUNDS,
            must_visit=tuple(draw(st.lists(st.tuples(names, st.sampled_from("ab")), max_size=4))),
            apart=tuple(draw(st.lists(st.tuples(names, names), max_size=4))),
        )
    )


@settings(deadline=None)
@given(halls(), st.integers(0, 999))
def test_trades_moves_and_comings_cost_what_they_were_priced_at(hall: Hall, seed: int) -> None:
    random = Random(seed)
    announced = [[random.randrange(-1, TABLES) for _ in range(PEOPLE)] for _ in range(ROUNDS)]
    seats = Seats(hall, WEIGHTS, Told(places=announced, allowance=0, ranking=WEIGHTS) if seed % 2 else None)
    prices = Prices(seats)
    for index in range(ROUNDS):
        for person in range(PEOPLE):
            place = random.randrange(TABLES)
            price, before = prices.joining(index, person, place), seats.cost()
            seats.join(index, person, place)
            assert seats.cost() - before == price
    for _ in range(60):
        index, one, other = random.randrange(ROUNDS), random.randrange(PEOPLE), random.randrange(PEOPLE)
        if seats.seat[index][one] != seats.seat[index][other]:
            cost, before = prices.trade(index, one, other, 10**9), seats.cost()
            refused = prices.trade(index, one, other, 0) > 0
            seats.trade(index, one, other)
            assert seats.cost() - before == cost
            assert refused == (cost > 0)
        place = random.randrange(TABLES)
        if seats.seat[index][one] != place:
            price, before = prices.move(index, one, place), seats.cost()
            seats.shift(index, [(one, place)])
            assert seats.cost() - before == price
