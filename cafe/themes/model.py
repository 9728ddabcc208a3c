"""The words of suggested themes: notes in, proposals out."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    BOKMAL = "nb"
    NYNORSK = "nn"
    SWEDISH = "sv"
    ENGLISH = "en"


@dataclass(frozen=True, kw_only=True)
class Note:
    """What somebody wrote, and its id."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Notes that share words: the words as people wrote them, the notes from the most central on.

    `closeness` is how alike two of them are on average, 0 to 1.
    """

    title: str
    words: tuple[str, ...]
    note_ids: tuple[str, ...]
    closeness: float


@dataclass(frozen=True, kw_only=True)
class Same:
    """Notes that say nearly the same. `closeness` is that of the two least alike, 0 to 1."""

    note_ids: tuple[str, ...]
    closeness: float


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """What is proposed. A note with any text is under one theme, or among those that say something else.

    `different` begins with the note that is least like any other.
    """

    themes: tuple[Theme, ...]
    duplicates: tuple[Same, ...]
    different: tuple[str, ...]
