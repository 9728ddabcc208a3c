"""What may be asked of a café session."""

from cafe.dialogue.commands import door, guests, proposals, rounds, session, table, wishes

__all__ = ["door", "guests", "proposals", "rounds", "session", "table", "wishes"]
