"""Where the report's files are made, by processes of their own."""

from cafe.harvest.actions.report import forget_half_done, note_found, note_progress, wanted_by
from cafe.workshop import Book, Workshop

MODULE = "cafe.report_maker"  # above the whole app, since it makes one of its own

making = Workshop(
    MODULE,
    Book(progress=note_progress, found=note_found, forget=forget_half_done),
    wanted_by,
)
