"""The rooms of a café session.

`guests` holds every phone and every host, `person/<attendee>` one person's devices, `table/<table>` the
table's hosts, `organisers` and `wall` what they say. At the harvest `topic/<topic>` holds those who hosted
tables of one topic (`topic/<session>` where there are no topics), `hosts` all of them, and `counted/<ballot>`
who has voted and may see the result. Hosts who look at the harvest's page too early wait `before_harvest`.
"""

from __future__ import annotations

GUESTS = "guests"
WALL = "wall"
ORGANISERS = "organisers"
PERSON = "person"
TABLE = "table"
TOPIC = "topic"
HOSTS = "hosts"
BEFORE_HARVEST = "before_harvest"
COUNTED = "counted"

EVERYWHERE = (GUESTS, WALL, ORGANISERS)


def person(attendee_id: str) -> str:
    """Name the room of one person's devices."""
    return f"{PERSON}/{attendee_id}"


def table(table_id: str) -> str:
    """Name the room of a table's hosts."""
    return f"{TABLE}/{table_id}"


def topic(topic_id: str | None, session_id: str) -> str:
    """Name the room of those who hosted tables of a topic, or tables without one."""
    return f"{TOPIC}/{topic_id or session_id}"


def counted(ballot_id: str) -> str:
    """Name the room of those who have voted and may see the result."""
    return f"{COUNTED}/{ballot_id}"
