"""What two texts have in common and what not, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cafe.matching import matching

SAME, OUT, IN = "same", "out", "in"


@dataclass(frozen=True)
class Run:
    """Some words in a row that are in both texts, only in the earlier or only in the later."""

    kind: str
    text: str


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Tell the way from one text to another: what was taken out stands before what came in its place."""
    if before == after:
        return (Run(SAME, before),) if before else ()
    earlier, later = _words(before), _words(after)
    found: list[Run] = []
    at_earlier = at_later = 0
    for start, start_later, length in matching(earlier, later):
        found += _pair("".join(earlier[at_earlier:start]), "".join(later[at_later:start_later]))
        at_earlier, at_later = start + length, start_later + length
        if length:
            found.append(Run(SAME, "".join(earlier[start:at_earlier])))
    return _joined(found)


def _joined(found: list[Run]) -> tuple[Run, ...]:
    """Let changed words with nothing but space between them be one change, as people would say it."""
    told: list[Run] = []
    out = into = ""
    for index, run in enumerate(found):
        is_gap = run.kind == SAME and not run.text.strip() and (out or into) and index + 1 < len(found)
        if is_gap:
            out, into = out + run.text, into + run.text
        elif run.kind == SAME:
            told += [*_pair(out, into), run]
            out = into = ""
        elif run.kind == OUT:
            out += run.text
        else:
            into += run.text
    return (*told, *_pair(out, into))


def _pair(out: str, into: str) -> list[Run]:
    return [Run(kind, text) for kind, text in ((OUT, out), (IN, into)) if text]


def _words(text: str) -> list[str]:
    return re.findall(r"\S+|\s+", text)
