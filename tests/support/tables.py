"""What stands in a database, table by table, to be compared with another one."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import create_engine, inspect, text

# A restored database begins its streams anew: that one field differs by intention.
NOT_COMPARED = {"stream": {"epoch"}}


def hashes(url: str) -> dict[str, str]:
    """Give a hash of the rows of every table, whatever their order on the disk."""
    engine = create_engine(url)
    found = {}
    with engine.connect() as connection:
        for table in sorted(inspect(connection).get_table_names()):
            left_out = NOT_COMPARED.get(table, set())
            rows = connection.execute(text(f'SELECT * FROM "{table}"')).mappings()
            lines = sorted(
                json.dumps({name: value for name, value in row.items() if name not in left_out}, default=str)
                for row in rows
            )
            found[table] = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    engine.dispose()
    return found


def column(url: str, query: str) -> list[object]:
    """Give the first column of a query."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = list(connection.scalars(text(query)))
    engine.dispose()
    return found
