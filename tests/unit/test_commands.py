"""Raw input at the edge."""

from __future__ import annotations

import pytest

from cafe.commands import Command, Line, OptionalLine


class Said(Command):
    name = "said"
    line: Line
    more: OptionalLine = ""


@pytest.mark.parametrize("broken", ["one\ntwo", "one\r\ntwo", "one \n\n two", "one\u2028two"])
def test_what_is_one_line_stays_one(broken: str) -> None:
    said = Said(line=broken, more=broken)
    assert (said.line, said.more) == ("one two", "one two")


def test_other_spaces_are_kept_as_they_are() -> None:
    assert Said(line="one  two\u00a0three").line == "one  two\u00a0three"
