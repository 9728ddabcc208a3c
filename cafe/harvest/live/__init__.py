"""Rows out: the row types of the harvest."""

from cafe.harvest.live import board, publication, suggestions, texts, voting

__all__ = ["board", "publication", "suggestions", "texts", "voting"]
