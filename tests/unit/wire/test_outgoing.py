"""What waits for one client has an end, and what need not wait goes out at once."""

import gevent
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


def test_what_is_told_while_it_is_under_way_waits_behind_it_until_that_is_too_much() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    queue.put(packet(50_000))
    for _ in range(3):
        queue.put(packet(300))
    assert gone == []
    queue.put(packet(300))
    queue.put(packet(300))
    assert gone == [queue]


def test_a_second_large_one_does_not_go_the_same_way() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    for _ in range(3):
        queue.put(packet(50_000))
    assert gone == [queue]


def test_when_the_large_one_is_out_what_waits_counts_as_ever() -> None:
    gone: list[Outgoing] = []
    queue = Outgoing(gone.append, most=1000)
    queue.put(packet(50_000))
    queue.put(packet(300))
    queue.get()
    assert queue.waiting == 300
    for _ in range(4):
        queue.put(packet(300))
    assert gone == [queue]


class Line:
    """Takes so many bytes of each message at once, or nothing."""

    def __init__(self, takes: int | None) -> None:
        self.takes = takes
        self.heard: list[str] = []

    def send_at_once(self, message: str) -> int | None:
        if self.takes is None:
            return None
        self.heard.append(message)
        return max(0, len(message) - self.takes)


def waiting_writer(line: Line) -> tuple[Outgoing, list[object]]:
    """Give a queue whose writer has nothing to do, and what the writer is handed."""
    queue, handed = Outgoing(lambda _queue: None), list[object]()
    queue.line = line

    def write() -> None:
        while (packet := queue.get()) is not None:
            handed.append(packet.encode())

    gevent.spawn(write)
    gevent.sleep(0)
    return queue, handed


def test_when_nothing_waits_a_packet_goes_out_at_once() -> None:
    line = Line(takes=1000)
    queue, handed = waiting_writer(line)
    queue.put(Packet(MESSAGE, "one"))
    queue.put(Packet(MESSAGE, "two"))
    assert line.heard == ["4one", "4two"]
    gevent.sleep(0)
    assert (handed, queue.waiting) == ([], 0)


def test_behind_what_is_left_of_a_packet_the_next_ones_wait() -> None:
    line = Line(takes=2)
    queue, handed = waiting_writer(line)
    queue.put(Packet(MESSAGE, "one"))
    queue.put(Packet(MESSAGE, "two"))
    assert line.heard == ["4one"]
    gevent.sleep(0)
    assert (handed, queue.waiting) == ([b"", "4two"], 0)


def test_where_the_line_takes_nothing_all_wait_in_order() -> None:
    queue, handed = waiting_writer(Line(takes=None))
    queue.put(Packet(MESSAGE, "one"))
    queue.put(Packet(MESSAGE, "two"))
    gevent.sleep(0)
    assert handed == ["4one", "4two"]


def test_before_the_writer_waits_nothing_goes_out_at_once() -> None:
    line, queue = Line(takes=1000), Outgoing(lambda _queue: None)
    queue.line = line
    queue.put(Packet(MESSAGE, "one"))
    assert line.heard == []


def test_a_line_that_is_sent_everything_at_once_is_not_taken_for_dead() -> None:
    queue, ended = Outgoing(lambda _queue: None), list[str]()
    queue.line = Line(takes=1000)

    def write() -> None:
        with pytest.raises(Empty):
            queue.get(timeout=0.05)
        ended.append("nothing to send")

    gevent.spawn(write)
    for _ in range(4):
        gevent.sleep(0.03)
        queue.put(Packet(MESSAGE, "ping"))
        assert ended == []
    gevent.sleep(0.15)
    assert ended == ["nothing to send"]
