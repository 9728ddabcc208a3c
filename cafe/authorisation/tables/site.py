"""Who may do what with pages of no domain."""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, Table, may

COMMANDS: Table = {}

ROUTES: Table = {
    "site.static_file": may(ANYONE),
    "site.service_worker": may(ANYONE),
    "site.service_worker_assets": may(ANYONE),
    "site.manifest": may(ANYONE),
    "site.healthz": may(ANYONE),
    "site.readyz": may(ANYONE),
    "site.language": may(ANYONE),
    "site.accessibility": may(ANYONE),
}
