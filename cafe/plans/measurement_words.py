"""How a file of measurements is written in each language: titles, separator, decimal sign. Pure.

What Excel writes and expects in Norway and Sweden is a semicolon and a decimal comma; "3.5" it would make the
third of May.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column of the file holds."""

    INDICATOR = "indicator"
    ID = "id"
    DAY = "day"
    VALUE = "value"
    WORDS = "words"


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """The manners of a language's spreadsheets."""

    separator: str
    decimal: str
    titles: dict[Column, str]


def _titles(indicator: str, day: str, value: str, words: str) -> dict[Column, str]:
    return {
        Column.INDICATOR: indicator,
        Column.ID: "id",
        Column.DAY: day,
        Column.VALUE: value,
        Column.WORDS: words,
    }


DIALECTS = {
    "nb": Dialect(separator=";", decimal=",", titles=_titles("indikator", "dag", "verdi", "merknad")),
    "nn": Dialect(separator=";", decimal=",", titles=_titles("indikator", "dag", "verdi", "merknad")),
    "sv": Dialect(separator=";", decimal=",", titles=_titles("indikator", "dag", "värde", "anteckning")),
    "en": Dialect(separator=",", decimal=".", titles=_titles("indicator", "day", "value", "note")),
}
# What people call the columns of their own files.
_ALSO = {
    Column.DAY: {"date", "dato", "datum", "taken_on"},
    Column.VALUE: {"number", "tal", "tall", "måling", "mätning", "measurement"},
    Column.WORDS: {"words", "comment", "kommentar", "notat", "merknader", "notes"},
}


def column_of(title: str) -> Column | None:
    """Tell which column a title means, in any of the four languages."""
    word = " ".join(title.split()).casefold()
    for column in Column:
        known = {dialect.titles[column] for dialect in DIALECTS.values()} | _ALSO.get(column, set())
        if word in known:
            return column
    return None
