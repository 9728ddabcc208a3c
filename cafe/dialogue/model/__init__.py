"""Tables of the café dialogue."""

from cafe.dialogue.model.choice import ChairWait, OpenTable
from cafe.dialogue.model.people import Attendee, FormerHost, HelpCall, HostPresence, Seat, Visit
from cafe.dialogue.model.proposals import SeatProposal
from cafe.dialogue.model.session import Announcement, CafeSession, CafeTable, Round, TableRound, Topic
from cafe.dialogue.model.talk import Nod, Note, NoteVersion, PendingIdea, Summary, SummaryVersion, TextVersion
from cafe.dialogue.model.wishes import Wish

__all__ = [
    "Announcement",
    "Attendee",
    "CafeSession",
    "CafeTable",
    "ChairWait",
    "FormerHost",
    "HelpCall",
    "HostPresence",
    "Nod",
    "Note",
    "NoteVersion",
    "OpenTable",
    "PendingIdea",
    "Round",
    "Seat",
    "SeatProposal",
    "Summary",
    "SummaryVersion",
    "TableRound",
    "TextVersion",
    "Topic",
    "Visit",
    "Wish",
]
