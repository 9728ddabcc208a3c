"""Where plans of seats are worked out, by processes of their own."""

from cafe.dialogue.actions.proposals import forget_half_done, note_found, note_progress, wanted_by
from cafe.rotation import aside
from cafe.workshop import Book, Workshop

planning = Workshop(
    aside.MODULE,
    Book(progress=note_progress, found=note_found, forget=forget_half_done),
    wanted_by,
)
