"""Reading a stream from the database: everything for an image, or what has changed above a number."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from sqlalchemy import Row as Found
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from cafe.live.image import Image, Packing
from cafe.live.model import LiveRow, Stream, Tombstone
from cafe.live.rows import RowType, row_types
from cafe.live.stamp import Batch, RoomChange

# Rows that are read or packed at once, which takes some hundredths of a second; then others have their turn.
PIECE = 250
# No stream counts as far.
LAST = 2**31 - 1


def load_image(session: Session, stream_id: str) -> Image | None:
    """Build the image of a stream; None when there is no such stream.

    Reading ten thousand notes takes a second, in which a hall writes on. So it is done piece by piece, and
    what changes meanwhile may be in it or not: `changes_since` the image's number makes it whole.
    """
    stream = session.get(Stream, stream_id)
    if stream is None:
        return None
    image = Image(stream_id=stream_id, epoch=stream.epoch, seq=stream.seq)
    # All are read before any is projected: a seat's table and person are then there and need no query each.
    read = [(row_type, list(_calmly(session, query))) for row_type, query in _queries(stream)]
    for row_type, rows in read:
        for first in range(0, len(rows), PIECE):
            for row in rows[first : first + PIECE]:
                packing = Packing()
                for room, shown in row_type.project_to(row, row.rooms.split()):
                    image.room(room).put(row.seq, (row_type.name, row.id), packing.pack(shown))
            time.sleep(0)
    for left in _tombstones(session, stream_id):
        image.room(left.room).leave(left.seq, (left.row_type, left.row_id))
    return image


def changes_since(session: Session, stream_id: str, seen: int) -> list[Batch]:
    """Read what has changed in a stream above `seen`, in order of its numbers.

    What another process commits while we read waits for the next time: of it we might have seen a part.
    """
    stream = session.execute(select(Stream.id, Stream.kind, Stream.seq).where(Stream.id == stream_id)).one()
    until = stream.seq
    batches: dict[int, Batch] = {}

    def change(seq: int, room: str) -> RoomChange:
        batch = batches.setdefault(seq, Batch(stream_id=stream_id, seq=seq, rooms={}))
        return batch.rooms.setdefault(room, RoomChange())

    queries = _queries(stream, seen, until)
    read = [(row_type, session.scalars(query).all()) for row_type, query in queries]
    for row_type, rows in read:
        for row in rows:
            for room, shown in row_type.project_to(row, row.rooms.split()):
                change(row.seq, room).rows.append(shown)
    for left in _tombstones(session, stream_id, seen, until):
        change(left.seq, left.room).gone.append({"type": left.row_type, "id": left.row_id})
    return [batches[seq] for seq in sorted(batches)]


def count_rows(session: Session, stream_id: str) -> int:
    """Count the rows of a stream without reading them."""
    kind = session.execute(select(Stream.kind).where(Stream.id == stream_id)).scalar()
    models = (row_type.model for row_type in row_types() if row_type.stream_kind == kind)
    counts = (select(func.count()).select_from(model).where(model.stream_id == stream_id) for model in models)
    return sum(session.execute(query).scalar_one() for query in counts)


def _queries(
    stream: Stream | Found[str, str, int], seen: int = -1, until: int = LAST
) -> Iterator[tuple[RowType, Select[LiveRow]]]:
    for row_type in (each for each in row_types() if each.stream_kind == stream.kind):
        model = row_type.model
        query = select(model).where(model.stream_id == stream.id, model.seq > seen, model.seq <= until)
        yield row_type, query.options(*(joinedload(getattr(model, name)) for name in row_type.beside))


def _calmly(session: Session, query: Select[LiveRow]) -> Iterator[LiveRow]:
    found = session.scalars(query, execution_options={"yield_per": PIECE})
    for piece in found.partitions():
        yield from piece
        time.sleep(0)


def _tombstones(
    session: Session, stream_id: str, seen: int = -1, until: int = LAST
) -> Sequence[Found[int, str, str, str]]:
    columns = (Tombstone.seq, Tombstone.room, Tombstone.row_type, Tombstone.row_id)
    query = select(*columns).where(Tombstone.stream_id == stream_id)
    query = query.where(Tombstone.seq > seen, Tombstone.seq <= until)
    return session.execute(query.order_by(Tombstone.seq)).all()
