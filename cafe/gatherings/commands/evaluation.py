"""What may be said at the end of a gathering, without a name."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cafe.commands import Command, Key, TrimmedText, command

Mark = Annotated[int, Field(ge=1, le=5)]
Thought = Annotated[TrimmedText, Field(max_length=2000)]


class Evaluation(BaseModel):
    """Five questions from 1 (not at all) to 5 (completely), and two in words; each may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    useful: Mark | None = None
    heard: Mark | None = None
    mixed: Mark | None = None
    both: Mark | None = None
    next_step: Mark | None = None
    keep: Thought = ""
    change: Thought = ""


@command
class AnswerEvaluation(Command):
    """Say what one thinks of a gathering, once; nothing ties the answer to who gave it."""

    name = "answer_evaluation"
    gathering_id: Key
    answer_id: Key
    answers: Evaluation

    def leaves_no_trace(self) -> bool:
        """Keep no time and no name beside the stored answer."""
        return True
