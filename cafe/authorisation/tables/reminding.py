"""Who may do what with letters and calendars."""

from __future__ import annotations

from cafe.authorisation.rights import Table

COMMANDS: Table = {}

ROUTES: Table = {}
