"""The nine pairs of poles, in our own words, and a question for a team about each.

They follow the two-column list of the patients' association RSMH in thought, not in wording. No standard
instrument is shipped: their licences do not allow it or are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from cafe.compass.commands import Group
from cafe.i18n import Message, lazy


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two poles, neither of them the right one, and what a team may ask itself about them."""

    number: int
    left: Message
    right: Message
    question: Message


GROUPS: dict[Group, Message] = {
    Group.STAFF: lazy("Staff"),
    Group.LIVED_EXPERIENCE: lazy("People with lived experience"),
    Group.RELATIVE: lazy("Relatives"),
}

PAIRS = (
    Pair(
        number=1,
        left=lazy("What others see and assess decides most"),
        right=lazy("What the person has lived through decides most"),
        question=lazy("When did you last change a plan because of something the person told you?"),
    ),
    Pair(
        number=2,
        left=lazy("The outside counts: symptoms, housing, what is done in the day"),
        right=lazy("The inside counts: hope, meaning, how somebody sees themselves"),
        question=lazy(
            "How do you notice that something is happening inside a person before it shows outside?"
        ),
    ),
    Pair(
        number=3,
        left=lazy("The method carries"),
        right=lazy("The relation carries"),
        question=lazy("What do you do to look after a good relation when people or services change?"),
    ),
    Pair(
        number=4,
        left=lazy("What professionals know weighs most"),
        right=lazy("Lived experience weighs as much"),
        question=lazy(
            "Where is lived experience at the table when something is decided, and where is it missing?"
        ),
    ),
    Pair(
        number=5,
        left=lazy("The service treats people"),
        right=lazy("The service supports people in mastering their own lives"),
        question=lazy("What of that which you do for people could you do together with them?"),
    ),
    Pair(
        number=6,
        left=lazy("Wishes are followed when all agree with them"),
        right=lazy("People's own choices are respected, also when others disagree"),
        question=lazy("What happens here when somebody chooses something you would advise against?"),
    ),
    Pair(
        number=7,
        left=lazy("The service takes the responsibility"),
        right=lazy("People's own work with themselves is encouraged"),
        question=lazy("How do you show that you believe in somebody's own work, without leaving them alone?"),
    ),
    Pair(
        number=8,
        left=lazy("Little is expected of people's taking part"),
        right=lazy("Much is expected of people's taking part"),
        question=lazy("What do you expect of those who use the service, and how do they notice it?"),
    ),
    Pair(
        number=9,
        left=lazy("The ending comes when it comes"),
        right=lazy("The ending is planned together from early on"),
        question=lazy("When do you begin to talk about the ending, and who decides when it has come?"),
    ),
)
