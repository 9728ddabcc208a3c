"""Passages to look at before publishing: names, third persons, health details, numbers that find somebody.

It points to places in a text and decides nothing: a person reads them. What is not marked may be delicate.
"""

from cafe.harvest.delicate.marks import Kind, Passage, passages_in
from cafe.harvest.delicate.names import Names

__all__ = ["Kind", "Names", "Passage", "passages_in"]
