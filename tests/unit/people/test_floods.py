"""A socket that floods is told to slow down; the others are not."""

from cafe.people.floods import Floods


def test_what_one_sends_beyond_the_most_in_a_second_is_one_too_many() -> None:
    floods = Floods(most=3)
    assert [floods.is_one_too_many("a", 7) for _ in range(5)] == [False, False, False, True, True]


def test_the_next_second_begins_anew() -> None:
    floods = Floods(most=1)
    assert not floods.is_one_too_many("a", 7)
    assert floods.is_one_too_many("a", 7)
    assert not floods.is_one_too_many("a", 8)


def test_others_are_counted_apart() -> None:
    floods = Floods(most=1)
    floods.is_one_too_many("a", 7)
    assert not floods.is_one_too_many("b", 7)


def test_a_socket_that_has_gone_is_forgotten() -> None:
    floods = Floods(most=1)
    floods.is_one_too_many("a", 7)
    floods.forget("a")
    assert not floods.is_one_too_many("a", 7)
