"""Templates that a plan may begin with: texts of our own that ask more than they tell.

The headings are those of the project template; a template fills them with questions, and adds goals and
measures that a team changes, takes out or keeps. Deadlines are months from the day the plan begins, so that
what has to be looked at again and again comes back by itself.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from cafe.plans.templates_everyday import EMPTY, FIRST, RECOVERY_CONTACTS
from cafe.plans.templates_kinds import Template
from cafe.plans.templates_peer_support import PEER_SUPPORT

TEMPLATES: dict[str, Template] = {
    template.name: template for template in (EMPTY, FIRST, PEER_SUPPORT, RECOVERY_CONTACTS)
}


def months_after(day: date, months: int) -> date:
    """Give the day some months later; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
