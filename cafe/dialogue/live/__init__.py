"""Rows out: the row types of a café session and what each audience sees of them."""

from cafe.dialogue.live import choice, people, session, talk, wishes

__all__ = ["choice", "people", "session", "talk", "wishes"]
