"""Where themes are looked for, by processes of their own."""

from cafe.harvest.actions.suggestions import forget_half_done, note_found, note_progress, wanted_by
from cafe.themes import aside
from cafe.workshop import Book, Workshop

suggesting = Workshop(
    aside.MODULE,
    Book(progress=note_progress, found=note_found, forget=forget_half_done),
    wanted_by,
)
