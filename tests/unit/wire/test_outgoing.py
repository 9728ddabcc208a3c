"""What waits for one client has an end."""

import pytest
from engineio.packet import MESSAGE, Packet
from gevent.queue import Empty

from cafe.wire.outgoing import PACKET, Outgoing


def packet(size: int) -> Packet:
    return Packet(MESSAGE, "x" * (size - PACKET))


def test_a_client_for_which_too_much_waits_is_let_go_once() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    for _ in range(20):
        queue.put(packet(300))
    assert gone == [queue]
    assert queue.get(block=False) is None  # the writer ends
    with pytest.raises(Empty):
        queue.get(block=False)


def test_what_has_been_sent_waits_no_longer() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    for _ in range(20):
        queue.put(packet(900))
        queue.get()
    assert (gone, queue.waiting) == ([], 0)


def test_one_large_picture_may_go_out() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    queue.put(packet(50_000))
    assert gone == []
    assert queue.get() is not None
