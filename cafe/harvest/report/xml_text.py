"""Texts as they can stand in Word and Excel files, which are XML. Pure."""

from __future__ import annotations

import re

# Allowed in notes and unknown to XML 1.0: the rest of what XML refuses is refused when a note is written.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Give a text with line breaks of one kind, and a sign in place of what XML does not know."""
    return _NOT_IN_XML.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
