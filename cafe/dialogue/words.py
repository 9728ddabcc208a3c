"""Words for a café session, in the reader's language."""

from __future__ import annotations

from cafe.dialogue.commands.session import Mode
from cafe.dialogue.rules import Phase
from cafe.i18n import lazy

MODES = {
    Mode.TOPIC_PER_TABLE: (
        lazy("A topic at each table"),
        lazy(
            "People change tables each round; the host and the topic stay. "
            "Good when there are several topics, and everyone should meet most of them."
        ),
    ),
    Mode.SAME_QUESTION: (
        lazy("The same question everywhere"),
        lazy(
            "People change tables each round and talk about one question with new people each time. "
            "Good when one thing matters to all."
        ),
    ),
    Mode.PROGRESSIVE: (
        lazy("A new question each round"),
        lazy(
            "People change tables each round, and each question goes one step deeper. "
            "Good for coming from what is to what shall be."
        ),
    ),
    Mode.FREE_CHOICE: (
        lazy("People choose their table"),
        lazy(
            "Each round people choose a topic on their phone while there are chairs; hosts stay. "
            "Good where people know what they want to work on."
        ),
    ),
    Mode.HOSTS_ROTATE: (
        lazy("The hosts go round"),
        lazy(
            "Groups stay together, and each host takes a question from table to table. "
            "Good where walking is hard, or a group should know itself well."
        ),
    ),
    Mode.PRO_ACTION: (
        lazy("Help for those who bring a question"),
        lazy(
            "Some people bring something they want to get on with, and host a table about it. "
            "The others change tables through three rounds with a question each. Good for coming to action."
        ),
    ),
    Mode.REFLECTION: (
        lazy("Reflection at the table"),
        lazy("Nobody moves: one question and one round. Good for very large rooms, or little time."),
    ),
}

# What is asked in the three rounds where people bring a question; organisers may write others.
PROMPTS = (
    lazy("What is the quest behind the question?"),
    lazy("What is missing?"),
    lazy("What are the next steps, and who can help?"),
)

STATES = {
    Phase.DRAFT: lazy("Being prepared"),
    Phase.CHECK_IN: lazy("People are coming in"),
    Phase.SWITCHING: lazy("Going on now"),
    Phase.RUNNING: lazy("Going on now"),
    Phase.HARVEST: lazy("Harvest"),
    Phase.CLOSED: lazy("Over"),
    Phase.PUBLISHED: lazy("Published"),
}
