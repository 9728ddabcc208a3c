"""Suggesting themes in a process of its own. The answer is the proposals."""

from collections.abc import Iterable
from dataclasses import asdict

from cafe.aside import Json, Tell, do_as_asked, step_back
from cafe.themes.model import Language, Note

MODULE = "cafe.themes.aside"


def task_to_suggest(notes: Iterable[tuple[str, str]], language: Language, *, seed: int = 1) -> Json:
    """Give the task of proposing themes of notes, each an id and a text, most of them in this language."""
    return {"notes": [[key, text] for key, text in notes], "language": str(language), "seed": seed}


def answer(task: Json, tell: Tell) -> Json:
    """Do what a task asks, telling how many of a hundred parts are done."""
    from cafe.themes.suggest import suggest  # noqa: PLC0415 - large; imported after stepping back

    tell(10)
    notes = [Note(id=key, text=text) for key, text in task["notes"]]
    return asdict(suggest(notes, Language(task["language"]), seed=task["seed"], tell=tell))


if __name__ == "__main__":
    step_back()
    do_as_asked(answer)
