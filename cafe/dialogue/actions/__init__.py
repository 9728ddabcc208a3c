"""What happens when something is asked of a café session."""

from cafe.dialogue.actions import door, guests, notes, people, rounds, seating, session, summaries

__all__ = ["door", "guests", "notes", "people", "rounds", "seating", "session", "summaries"]
