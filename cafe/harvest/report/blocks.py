"""What a report is made of, block by block, the same for the page, the PDF file, Word and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The title page: what, where, when."""

    title: str
    over: str
    under: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The table of contents; each entry leads to a heading. `letter` is a topic's."""

    entries: tuple[tuple[str, str | None, str], ...]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading below the title: level 2 begins a part, which on paper begins a page."""

    text: str
    level: int
    anchor: str
    letter: str | None = None


@dataclass(frozen=True, kw_only=True)
class Words:
    """A paragraph of the report itself."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, kw_only=True)
class Ways:
    """A sentence with links to other places in the report, each an anchor and its words.

    The links stand where `text` says `WAYS`, with commas between.
    """

    text: str
    ways: tuple[tuple[str, str], ...]

    @property
    def around(self) -> tuple[str, str]:
        """Give what stands before the links and after them."""
        before, _, after = self.text.partition(WAYS)
        return before, after

    @property
    def in_words(self) -> str:
        """Give the sentence for where nothing can be followed."""
        return ", ".join(words for _anchor, words in self.ways).join(self.around)


WAYS = "{ways}"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Here ends what is said of a conclusion or a theme: a page tells beside it what has come of it since."""

    kind: str
    id: str


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Markdown that people wrote; `numbers` gives the notes it may cite their numbers."""

    text: str
    numbers: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A note as it was written, with its number in the whole report and where it comes from.

    `under` are the themes it is under and `leads_to` the conclusions that rest on it: anchor and title.
    """

    id: str
    number: int
    text: str
    origin: str
    important: bool = False
    more: tuple[str, ...] = ()
    under: tuple[tuple[str, str], ...] = ()
    leads_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Notes as quotations. In the annex (`all_notes`) each stands under its own number, to be led to."""

    label: str
    voices: tuple[Voice, ...]
    all_notes: bool = False


@dataclass(frozen=True, kw_only=True)
class Handover:
    """What a table handed over after a round."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Bars:
    """A plain bar picture with its figures; `rows` are labels and numbers, the longest first."""

    caption: str
    rows: tuple[tuple[str, int], ...]
    unit: str


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table with a header row; the first column names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Cover | Contents | Heading | Words | Ways | Thing | Prose | Voices | Handover | Bars | Grid


@dataclass(frozen=True, kw_only=True)
class Booklet:
    """A report in one language, ready to be set. `invented` is what an example says of itself in a file."""

    language: str
    title: str
    blocks: tuple[Block, ...]
    invented: str = ""
