"""Who may do what with networks, organisations and teams."""

from __future__ import annotations

from cafe.authorisation.rights import MEMBER, ORGANISER, TEAM, TEAM_LEAD, Table, may

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

ROUTES: Table = {
    "network.change": may(ORGANISER),
    "network.organisers": may(ORGANISER),
    "network.invite_organiser": may(ORGANISER),
    "network.remove_organiser": may(ORGANISER),
    "network.organisations": may(MEMBER, ORGANISER),
    "network.add_organisation": may(ORGANISER),
    "network.organisation": may(MEMBER, ORGANISER),
    "network.change_organisation": may(ORGANISER),
    "network.create_team": may(ORGANISER),
    "network.add_unit": may(ORGANISER, TEAM),
    "network.change_unit": may(ORGANISER, TEAM),
    "network.remove_unit": may(ORGANISER, TEAM),
    "network.set_contact": may(ORGANISER, TEAM),
    "network.remove_contact": may(ORGANISER, TEAM),
    "network.team_people": may(MEMBER, ORGANISER),
    "network.invite_member": may(ORGANISER, TEAM_LEAD),
    "network.change_team": may(ORGANISER, TEAM_LEAD),
    "network.set_own_function": may(TEAM),
    "network.change_member": may(ORGANISER, TEAM_LEAD),
    "network.remove_member": may(ORGANISER, TEAM_LEAD),
}
