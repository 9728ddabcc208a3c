"""What may be asked of a network, its organisations and its teams."""

from cafe.network.commands.network import ChangeNetwork, InviteNetworkOrganiser, RemoveNetworkOrganiser
from cafe.network.commands.organisations import (
    AddNetworkOrganisation,
    ChangeOrganisation,
    ContactKind,
    OrganisationKind,
    OrganisationRole,
    RemoveContact,
    RemoveUnit,
    SetContact,
    SetUnit,
)
from cafe.network.commands.teams import (
    ChangeTeam,
    ChangeTeamMember,
    CreateTeam,
    Function,
    InviteTeamMember,
    Post,
    RemoveTeamMember,
    SetOwnFunction,
)

__all__ = [
    "AddNetworkOrganisation",
    "ChangeNetwork",
    "ChangeOrganisation",
    "ChangeTeam",
    "ChangeTeamMember",
    "ContactKind",
    "CreateTeam",
    "Function",
    "InviteNetworkOrganiser",
    "InviteTeamMember",
    "OrganisationKind",
    "OrganisationRole",
    "Post",
    "RemoveContact",
    "RemoveNetworkOrganiser",
    "RemoveTeamMember",
    "RemoveUnit",
    "SetContact",
    "SetOwnFunction",
    "SetUnit",
]
