"""Who may do what with networks, organisations and teams."""

from __future__ import annotations

from cafe.authorisation.rights import ORGANISER, TEAM_LEAD, Table, may

COMMANDS: Table = {
    # networks and teams
    "create_team": may(ORGANISER),
    "invite_team_member": may(ORGANISER, TEAM_LEAD),
}

ROUTES: Table = {}
