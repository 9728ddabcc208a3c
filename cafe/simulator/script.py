"""What a simulation is told: where, who, with which words, and how fast. One JSON object on the way in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from cafe.dialogue.commands.table import NoteKind, NoteSource


class Part(BaseModel):
    """A part of a script."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Ticket(Part):
    """Somebody whose ticket is given, so that nobody needs to type a code."""

    name: str
    attendee: str
    ticket: str
    table: str | None = None
    number: int | None = None


class Cast(Part):
    """The people of one session, as `cafe gathering import --tickets` prints them."""

    session: str
    phones: tuple[Ticket, ...] = ()
    hosts: tuple[Ticket, ...] = ()


class Line(Part):
    """One note or idea somebody may write."""

    text: str
    kind: NoteKind = NoteKind.INSIGHT
    source: NoteSource = NoteSource.UNSPECIFIED


class TopicTexts(Part):
    """What is said about one topic. `conclusion` has one paragraph for each step in which it is written."""

    notes: tuple[Line, ...]
    ideas: tuple[Line, ...] = ()
    summaries: tuple[str, ...] = ()
    conclusion: tuple[str, ...] = ()


class Texts(Part):
    """Everything that is said, topic by topic; a session with more topics begins again at the first."""

    topics: tuple[TopicTexts, ...]
    welcome: str = ""
    introduction: str = ""
    published_title: str = "Summary"


class Script(Part):
    """One simulation."""

    address: str
    texts: Texts
    code: str | None = None
    names: tuple[str, ...] = ()
    cast: Cast | None = None
    organiser: str | None = None  # the secret of a sign-in link; without it somebody else runs the session
    speed: float = 1.0
    round_seconds: float = 75.0
    rounds: int | None = None
    seconds: float | None = None
    seed: int = 1
