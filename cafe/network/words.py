"""Words for what a network holds, in the reader's language."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.network.commands import ContactKind, Function, OrganisationKind, OrganisationRole, Post

ORGANISATION_KINDS = {
    OrganisationKind.MUNICIPALITY: lazy("Municipality"),
    OrganisationKind.HEALTH_TRUST: lazy("Health trust"),
    OrganisationKind.REGION: lazy("Region"),
    OrganisationKind.STATE: lazy("National body"),
    OrganisationKind.NGO: lazy("Voluntary organisation"),
    OrganisationKind.COMPETENCE_CENTRE: lazy("Competence centre"),
}
ORGANISATION_ROLES = {
    OrganisationRole.MEMBER: lazy("Takes part"),
    OrganisationRole.ORGANISER: lazy("Organises"),
}
CONTACT_KINDS = {
    ContactKind.HEAD: lazy("Head of the unit"),
    ContactKind.RECOVERY_CONTACT: lazy("Recovery contact"),
}
POSTS = {
    Post.LEAD: lazy("Team lead"),
    Post.MEASUREMENT_LEAD: lazy("Measurement lead"),
    Post.LEADER: lazy("Leader"),
    Post.MEMBER: lazy("Member"),
}
FUNCTIONS = {
    Function.COORDINATOR: lazy("Coordinator"),
    Function.HEAD: lazy("Department head"),
    Function.RECOVERY_CONTACT: lazy("Recovery contact"),
    Function.LIVED_EXPERIENCE_CONSULTANT: lazy("Lived-experience consultant"),
    Function.USER_REPRESENTATIVE: lazy("User representative"),
    Function.PROFESSIONAL: lazy("Professional"),
    Function.OTHER: lazy("Other"),
}
