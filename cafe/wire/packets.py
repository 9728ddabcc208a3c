"""What may come in, recognised before a library reads it.

The libraries take more than our pages send (binary, other namespaces, events called "disconnect"), and answer
some of what is broken with a traceback in the log, some with nothing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Engine.IO: close, ping and pong (with the probe of a change of transport), the change, nothing, a message.
_ENGINE = re.compile(r"1|[23](?:probe)?|5|6|4[0-6].*", re.DOTALL)
# Socket.IO, in our one namespace: connect, disconnect.
_LINE = re.compile(r"0(?:\{.*\})?|1", re.DOTALL)
# An event that wants an answer: every one of ours does.
_EVENT = re.compile(r'2([0-9]{1,15})\["([a-z_]{1,40})"[,\]]')
_NUMBERED = re.compile(r"[2356]([0-9]{1,15})\[")


@dataclass(frozen=True, kw_only=True)
class Event:
    """An event: its name, and the number by which the answer is known. Without a name it is none of ours."""

    number: str
    name: str | None


def is_ours(message: str) -> bool:
    """Tell whether a packet of Engine.IO holds what can be dealt with or answered."""
    if not is_packet(message):
        return False
    return not message.startswith("4") or is_about_the_line(message[1:]) or event_of(message[1:]) is not None


def is_packet(message: str) -> bool:
    """Tell whether a message is one of Engine.IO's."""
    return _ENGINE.fullmatch(message) is not None


def is_about_the_line(message: object) -> bool:
    """Tell whether a Socket.IO packet connects or disconnects."""
    return isinstance(message, str) and _LINE.fullmatch(message) is not None


def event_of(message: object) -> Event | None:
    """Recognise an event; None for what cannot be answered because it has no number."""
    if not isinstance(message, str):
        return None
    event = _EVENT.match(message)
    if event is not None:
        return Event(number=event[1], name=event[2])
    numbered = _NUMBERED.match(message)
    return Event(number=numbered[1], name=None) if numbered else None
