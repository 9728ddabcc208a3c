"""Who may do what with pages that look across a network."""

from __future__ import annotations

from cafe.authorisation.rights import MEMBER, ORGANISER, USER, Table, may

COMMANDS: Table = {}

ROUTES: Table = {
    "overview.home": may(USER),
    "overview.network": may(MEMBER, ORGANISER),
    "overview.team": may(MEMBER, ORGANISER),
    "overview.board": may(ORGANISER),
    "overview.portfolio": may(MEMBER, ORGANISER),
    "overview.timeline": may(MEMBER, ORGANISER),
}
