"""Who may do what with work plans."""

from __future__ import annotations

from cafe.authorisation.rights import MEMBER, ORGANISER, TEAM, Table, may

COMMANDS: Table = {
    # work plans
    "create_plan": may(TEAM),
    "write_text": may(TEAM),
    "add_goal": may(TEAM),
    "add_measure": may(TEAM),
    "set_status": may(TEAM),
}

ROUTES: Table = {
    "plans.rows": may(MEMBER, ORGANISER),  # the view asks for what `join` asks for
}
