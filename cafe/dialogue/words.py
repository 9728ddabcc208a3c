"""Words for a café session, in the reader's language."""

from __future__ import annotations

from cafe.dialogue.commands.session import Mode
from cafe.dialogue.rules import Phase
from cafe.i18n import lazy

# The modes that can be chosen; the model knows more.
MODES = {
    Mode.TOPIC_PER_TABLE: (
        lazy("A topic at each table"),
        lazy("People change tables each round; the host and the topic stay. Everyone meets several topics."),
    ),
    Mode.SAME_QUESTION: (
        lazy("The same question everywhere"),
        lazy("People change tables each round and talk about one question with new people each time."),
    ),
    Mode.PROGRESSIVE: (
        lazy("A new question each round"),
        lazy("People change tables each round, and each question goes one step deeper."),
    ),
    Mode.REFLECTION: (
        lazy("Reflection at the table"),
        lazy("Nobody moves. One question and one round, also good for very large rooms."),
    ),
}

STATES = {
    Phase.DRAFT: lazy("Being prepared"),
    Phase.CHECK_IN: lazy("People are coming in"),
    Phase.SWITCHING: lazy("Going on now"),
    Phase.RUNNING: lazy("Going on now"),
    Phase.HARVEST: lazy("Harvest"),
    Phase.CLOSED: lazy("Over"),
    Phase.PUBLISHED: lazy("Published"),
}
