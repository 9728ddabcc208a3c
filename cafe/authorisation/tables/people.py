"""Who may do what with accounts and personal links."""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, Table, may

COMMANDS: Table = {
    # accounts
    "add_user": may(),
    "choose_password": may(ANYONE),  # the secret of the invitation is the right to do it
    "sign_in_by_link": may(ANYONE),  # the same
}

ROUTES: Table = {
    "people.sign_in": may(ANYONE),
    "people.sign_out": may(ANYONE),
    "people.leaving": may(ANYONE),
    "people.leave": may(ANYONE),  # what is ended is what the browser itself shows
    "people.invitation": may(ANYONE),
    "people.by_link": may(ANYONE),
    "people.ticket_link": may(ANYONE),
    "people.use_ticket_link": may(ANYONE),  # the link's secret is the right to do it
    "people.wall_link": may(ANYONE),
    "people.use_wall_link": may(ANYONE),
}
