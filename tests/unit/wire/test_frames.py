"""A text is framed as the other side's library reads it, at every length."""

from __future__ import annotations

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from cafe.wire.websocket import frame_of


@pytest.mark.parametrize("length", [0, 1, 125, 126, 127, 65_535, 65_536, 300_000])
def test_a_frame_carries_its_text(length: int) -> None:
    text = "ø" * (length // 2) + "x" * (length % 2)
    reader = Connection(ConnectionType.CLIENT)
    reader.receive_data(frame_of(text))
    parts = [event for event in reader.events() if isinstance(event, TextMessage)]
    assert "".join(part.data for part in parts) == text
    assert parts[-1].message_finished
