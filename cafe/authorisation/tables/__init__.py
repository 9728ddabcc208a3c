"""The tables of rights, one a domain, put together."""

from cafe.authorisation.rights import Table
from cafe.authorisation.tables import (
    compass,
    dialogue,
    gatherings,
    harvest,
    network,
    overview,
    people,
    plans,
    reminding,
    site,
    unnamed,
)

_DOMAINS = (
    site,
    people,
    network,
    gatherings,
    dialogue,
    harvest,
    plans,
    compass,
    overview,
    reminding,
    unnamed,
)
COMMANDS: Table = {name: roles for domain in _DOMAINS for name, roles in domain.COMMANDS.items()}
ROUTES: Table = {name: roles for domain in _DOMAINS for name, roles in domain.ROUTES.items()}
