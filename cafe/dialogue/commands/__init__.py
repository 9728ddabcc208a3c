"""What may be asked of a café session."""

from cafe.dialogue.commands import door, guests, rounds, session, table, wishes

__all__ = ["door", "guests", "rounds", "session", "table", "wishes"]
