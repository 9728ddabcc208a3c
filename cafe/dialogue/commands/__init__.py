"""What may be asked of a café session."""

from cafe.dialogue.commands import guests, rounds, session, table

__all__ = ["guests", "rounds", "session", "table"]
