"""Who may do what with letters and calendars."""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, ORGANISER, USER, Table, may

COMMANDS: Table = {
    "choose_letters": may(USER),
    "stop_letters": may(),  # the view has checked the link that came with a letter
    "make_feed": may(USER),
    "remove_feed": may(USER),
    "remind_team": may(ORGANISER),
    "write_digest": may(),
    "take_letters": may(),
    "mark_letter": may(),
}

ROUTES: Table = {
    "reminding.choices": may(USER),
    "reminding.choose": may(USER),
    "reminding.stop": may(ANYONE),  # the signed link is the right to do it
    "reminding.stop_now": may(ANYONE),  # the same
    "reminding.make_calendar": may(USER),
    "reminding.end_calendar": may(USER),
    "reminding.calendar": may(ANYONE),  # the secret in the address is the right to read it
    "reminding.remind": may(ORGANISER),
}
