"""What happens when something is asked of a café session."""

from cafe.dialogue.actions import guests, notes, people, rounds, seating, session, summaries

__all__ = ["guests", "notes", "people", "rounds", "seating", "session", "summaries"]
