"""Wishes about seats as a list of people has them: what each line asks for, in the list's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from cafe.gatherings.people_words import Column, yes_or_no
from cafe.i18n import Message, lazy

MOST_ROUNDS = 8


@dataclass(frozen=True, kw_only=True)
class Wished:
    """What somebody's line asks for: a topic by title or letter, others by name, and plain wishes."""

    must_visit: str = ""
    apart: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    accessible: bool = False
    stays: bool = False
    company: bool = False
    sits_out: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is wished."""
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def said(self) -> list[Message]:
        """Say what was understood, for whoever looks the list over."""
        words = [
            (self.must_visit, lazy("must visit %(what)s", what=self.must_visit)),
            (self.apart, lazy("not with %(what)s", what=", ".join(self.apart))),
            (self.together, lazy("with %(what)s", what=", ".join(self.together))),
            (self.accessible, lazy("step-free table")),
            (self.stays, lazy("stays at one table")),
            (self.company, lazy("would like company")),
            (self.sits_out, lazy("sits out round %(what)s", what=", ".join(map(str, self.sits_out)))),
        ]
        return [message for there, message in words if there]


NOTHING = Wished()


def wished(cells: Mapping[Column, str], *, has_kind: bool) -> Wished | Message:
    """Read what a line asks for, or say what is wrong with it."""
    plain = {column: yes_or_no(cells.get(column, "")) for column in _PLAIN}
    for column, answer in plain.items():
        if answer is None:
            return lazy(
                "“%(word)s” is neither yes nor no. Write yes, or leave it empty.", word=cells[column][:40]
            )
    if plain[Column.COMPANY] and not has_kind:
        return lazy(
            "Company is with somebody of the same background. Write what the person comes as, or leave "
            "company empty."
        )
    rounds = _rounds(cells.get(Column.SITS_OUT, ""))
    if rounds is None:
        return lazy(
            "“%(word)s” are not the numbers of rounds. Write numbers such as 2, 3, or leave it empty.",
            word=cells[Column.SITS_OUT][:40],
        )
    return Wished(
        must_visit=cells.get(Column.MUST_VISIT, ""),
        apart=_names(cells.get(Column.APART, "")),
        together=_names(cells.get(Column.TOGETHER, "")),
        accessible=bool(plain[Column.ACCESSIBLE]),
        stays=bool(plain[Column.STAYS]),
        company=bool(plain[Column.COMPANY]),
        sits_out=rounds,
    )


_PLAIN = (Column.ACCESSIBLE, Column.STAYS, Column.COMPANY)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in re.split("[,;/]", text)) if name)


def _rounds(text: str) -> tuple[int, ...] | None:
    words = [word.removesuffix(".0") for word in re.split(r"[,;/\s]+", text) if word]
    if not all(word in _NUMBERS for word in words):
        return None
    return tuple(sorted({int(word) for word in words}))


_NUMBERS = frozenset(str(number) for number in range(1, MOST_ROUNDS + 1))
