"""Who may do what with the perspective compass.

Its results are the team's, as scores are: organisers see that a wave was held, and its picture when the team
shares it (METHOD, visibility). Other teams see nothing of it, so that no municipality is set beside another.
"""

from __future__ import annotations

from cafe.authorisation.rights import ANYONE, ORGANISER, TEAM, Table, may

COMMANDS: Table = {
    "open_wave": may(TEAM),
    "close_wave": may(TEAM),
    "reopen_wave": may(TEAM),
    "share_wave": may(TEAM),
    "answer_wave": may(ANYONE),
}

ROUTES: Table = {
    # by the secret of a wave, without an account or a ticket
    "compass.arrive": may(ANYONE),
    "compass.asked": may(ANYONE),
    "compass.answer": may(ANYONE),
    # the team's own pages; the page of a wave is open to organisers when it is shared
    "compass.waves": may(TEAM, ORGANISER),
    "compass.wave": may(TEAM, ORGANISER),
    "compass.begin": may(TEAM),
    "compass.change": may(TEAM),
    "compass.slip": may(TEAM),
}
