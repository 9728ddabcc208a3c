"""Who may do what with pages that look across a network."""

from __future__ import annotations

from cafe.authorisation.rights import Table

COMMANDS: Table = {}

ROUTES: Table = {}
