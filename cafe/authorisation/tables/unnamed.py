"""Who may do what with answers without a name."""

from __future__ import annotations

from cafe.authorisation.rights import Table, may

COMMANDS: Table = {
    "mix_answers": may(),
}

ROUTES: Table = {}
