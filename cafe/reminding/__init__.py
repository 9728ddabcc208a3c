"""Reminders: a letter a week at most, a friendly word from the organisers, calendars to subscribe to."""
