"""Who may do what with the perspective compass."""

from __future__ import annotations

from cafe.authorisation.rights import Table

COMMANDS: Table = {}

ROUTES: Table = {}
