"""Which wishes the seats as they are do not meet."""

import pytest

from cafe.dialogue.wishes_met import Place, Seated, Stated, unmet


def rounds(*tables: str) -> dict[int, Place]:
    """Give places by round; table a has topic A, and so on."""
    return {number: Place(table=table, topic=table.upper()) for number, table in enumerate(tables, start=1)}


SEATED = Seated(
    places={"k": rounds("a", "b", "c"), "o": rounds("b", "b", "a"), "p": rounds("c", "c", "c")},
    kinds={"k": "relative", "o": "relative", "p": None},
    accessible={"c"},
)


@pytest.mark.parametrize(
    ("wish", "left", "met"),
    [
        (Stated(id="w", kind="must_visit", person="o", topic="A"), {1, 2, 3}, True),
        (Stated(id="w", kind="must_visit", person="o", topic="C"), {1, 2, 3}, False),
        (
            Stated(id="w", kind="must_visit", person="o", topic="B"),
            {3},
            True,
        ),  # it was in a round that is over
        (Stated(id="w", kind="must_visit", person="nobody", topic="B"), {1, 2, 3}, True),
        (Stated(id="w", kind="apart", person="k", other="o"), {1, 2, 3}, False),
        (Stated(id="w", kind="apart", person="k", other="o"), {3}, True),
        (Stated(id="w", kind="together", person="k", other="o"), {2}, True),
        (Stated(id="w", kind="together", person="k", other="o"), {2, 3}, False),
        (Stated(id="w", kind="together", person="k", other="nobody"), {2, 3}, True),
        (Stated(id="w", kind="accessible", person="p"), {1, 2, 3}, True),
        (Stated(id="w", kind="accessible", person="k"), {2, 3}, False),
        (Stated(id="w", kind="accessible", person="k"), {3}, True),
        (Stated(id="w", kind="stays", person="p"), {1, 2, 3}, True),
        (Stated(id="w", kind="stays", person="o"), {1, 2}, True),
        (Stated(id="w", kind="stays", person="o"), {2, 3}, False),
        (Stated(id="w", kind="company", person="k"), {2}, True),
        (Stated(id="w", kind="company", person="k"), {2, 3}, False),
    ],
)
def test_a_wish_is_met_or_not(wish: Stated, left: set[int], met: bool) -> None:
    assert (unmet([wish], SEATED, left) == set()) == met
