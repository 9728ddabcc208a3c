"""How two edits of one text meet: a three-way merge that drops nothing anybody wrote.

Written here because the libraries looked at are either under the GPL or mark conflicts with signs that
nobody at a table should have to read. The method is diff3 on words: stretches that both edits kept from the
base hold the text together; between them the one that changed something wins, and where both did, both stand.
Source of the method: Khanna, Kunal and Pierce, A Formal Investigation of Diff3, FSTTCS 2007.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cafe.matching import matching

Stretch = tuple[int, int, int, int]  # start in base, in stored, in sent, length


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A text after two edits have met; `both` says that neither could simply win."""

    text: str
    both: bool


def merged(base: str, stored: str, sent: str) -> Merged:
    """Merge `stored` and `sent`, both edits of `base`."""
    if sent in {stored, base}:
        return Merged(text=stored, both=False)
    if stored == base:
        return Merged(text=sent, both=False)
    words_base, words_stored, words_sent = _words(base), _words(stored), _words(sent)
    text = ""
    at_base = at_stored = at_sent = 0
    end = (len(words_base), len(words_stored), len(words_sent), 0)
    for start_base, start_stored, start_sent, length in [*_kept(words_base, words_stored, words_sent), end]:
        text = _join(
            text,
            "".join(words_base[at_base:start_base]),
            "".join(words_stored[at_stored:start_stored]),
            "".join(words_sent[at_sent:start_sent]),
        )
        text += "".join(words_base[start_base : start_base + length])
        at_base, at_stored, at_sent = start_base + length, start_stored + length, start_sent + length
    return Merged(text=text, both=True)


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)


def _join(text: str, base: str, stored: str, sent: str) -> str:
    if stored in (base, sent):
        return text + sent
    if sent == base:
        return text + stored
    gap = " " if stored and sent and not stored[-1].isspace() else ""
    return text + stored + gap + sent


def _kept(base: list[str], stored: list[str], sent: list[str]) -> Iterator[Stretch]:
    """Find the stretches of the base that both edits kept."""
    in_stored = matching(base, stored)
    in_sent = matching(base, sent)
    first = second = 0
    while first < len(in_stored) and second < len(in_sent):
        one, other = in_stored[first], in_sent[second]
        start = max(one.a, other.a)
        end = min(one.a + one.size, other.a + other.size)
        if start < end:
            yield start, one.b + start - one.a, other.b + start - other.a, end - start
        if one.a + one.size < other.a + other.size:
            first += 1
        else:
            second += 1
