"""The rooms of a café session.

`guests` holds every phone and every host, `person/<attendee>` one person's devices, `table/<table>` the
table's hosts, `organisers` and `wall` what they say.
"""

from __future__ import annotations

GUESTS = "guests"
WALL = "wall"
ORGANISERS = "organisers"
PERSON = "person"
TABLE = "table"

EVERYWHERE = (GUESTS, WALL, ORGANISERS)


def person(attendee_id: str) -> str:
    """Name the room of one person's devices."""
    return f"{PERSON}/{attendee_id}"


def table(table_id: str) -> str:
    """Name the room of a table's hosts."""
    return f"{TABLE}/{table_id}"
