"""What may be asked of a café session."""

from cafe.dialogue.commands import choosing, door, guests, proposals, rounds, session, table, wishes

__all__ = ["choosing", "door", "guests", "proposals", "rounds", "session", "table", "wishes"]
