"""Who may do what with networks, organisations and teams."""

from __future__ import annotations

from cafe.authorisation.rights import ORGANISER, TEAM, TEAM_LEAD, Table, may

COMMANDS: Table = {
    # networks and who organises them
    "change_network": may(ORGANISER),
    "invite_network_organiser": may(ORGANISER),
    "remove_network_organiser": may(ORGANISER),
    # organisations and whom to turn to there
    "add_network_organisation": may(ORGANISER),
    "change_organisation": may(ORGANISER),
    "set_unit": may(ORGANISER, TEAM),  # the team of that organisation
    "remove_unit": may(ORGANISER, TEAM),
    "set_contact": may(ORGANISER, TEAM),
    "remove_contact": may(ORGANISER, TEAM),
    # teams
    "create_team": may(ORGANISER),
    "change_team": may(ORGANISER, TEAM_LEAD),
    "invite_team_member": may(ORGANISER, TEAM_LEAD),
    "change_team_member": may(ORGANISER, TEAM_LEAD),
    "set_own_function": may(TEAM),
    "remove_team_member": may(ORGANISER, TEAM_LEAD),
}

ROUTES: Table = {}
