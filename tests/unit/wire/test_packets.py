"""What may come in is recognised before a library reads it."""

import pytest

from cafe.wire.packets import Event, event_of, is_about_the_line, is_ours, is_packet


@pytest.mark.parametrize(
    ("message", "number", "name"),
    [
        ('27["command",{}]', "7", "command"),
        ('20["ping_time"]', "0", "ping_time"),
        ('27["no_such_event",{}]', "7", "no_such_event"),
        ('27["Command",{}]', "7", None),
        ("27[", "7", None),
        ("37[]", "7", None),
    ],
)
def test_what_has_a_number_can_be_answered(message: str, number: str, name: str | None) -> None:
    assert event_of(message) == Event(number=number, name=name)


@pytest.mark.parametrize(
    "message",
    [
        "",
        '2["command",{}]',
        "2²[]",
        "2/admin,7[]",
        "21234567890123456[]",
        "51-[]",
        "0",
        b"27[]",
        {"a": 1},
        None,
    ],
)
def test_what_has_none_cannot(message: object) -> None:
    assert event_of(message) is None


@pytest.mark.parametrize(
    ("message", "is_it"), [("0", True), ('0{"a":1}', True), ("1", True), ("0/x,", False)]
)
def test_connecting_and_leaving_are_about_the_line(message: str, is_it: bool) -> None:
    assert is_about_the_line(message) is is_it


@pytest.mark.parametrize("message", ["1", "2", "2probe", "3", "3probe", "5", "6", "40", '427["a",1]'])
def test_packets_of_the_protocol(message: str) -> None:
    assert is_packet(message)
    assert is_ours(message)


@pytest.mark.parametrize("message", ["", "0", "7", "4", "4x", "4{}", "bAAAA", "2x", "6x"])
def test_others_are_none(message: str) -> None:
    assert not is_packet(message)
    assert not is_ours(message)
