"""Words for what a gathering holds, in the reader's language."""

from __future__ import annotations

from cafe.gatherings.commands import ItemKind, Kind, When
from cafe.i18n import lazy

KINDS = {
    Kind.PROFESSIONAL: lazy("Professional"),
    Kind.LIVED_EXPERIENCE: lazy("Lived experience"),
    Kind.RELATIVE: lazy("Relative"),
    Kind.LEADER: lazy("Leader"),
    Kind.POLITICIAN: lazy("Politician"),
    Kind.OTHER: lazy("Other"),
}
ITEM_KINDS = {
    ItemKind.TALK: lazy("Talk"),
    ItemKind.CAFE: lazy("Café dialogue"),
    ItemKind.WORK: lazy("Work in teams"),
    ItemKind.SHOWCASE: lazy("Results of a pilot"),
    ItemKind.BREAK: lazy("Break"),
    ItemKind.OTHER: lazy("Something else"),
}
WHENS = {When.BEFORE: lazy("Before the gathering"), When.AFTER: lazy("After the gathering")}
# What is asked at the end of a gathering: the answers go from 1 to 5.
QUESTIONS = {
    "useful": lazy("What I heard and talked about is useful where I work."),
    "heard": lazy("I could say what I wanted to say."),
    "mixed": lazy("I talked with people from other places than my own."),
    "both": lazy("What is learnt by study and what is lived through were both heard."),
    "next_step": lazy("I know what I will do next."),
}
IN_WORDS = {
    "keep": lazy("What should we keep?"),
    "change": lazy("What should be different the next time?"),
}


def said_times(starts: str, ends: str | None) -> str:
    """Say from when to when: 09:00–10:30."""
    return f"{starts}–{ends}" if ends else starts
