"""What may be asked of conclusions and of the next steps that follow from them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, LongText, OptionalLine, Storable, command

# Blanks at its end stay: who is typing has not finished yet.
Title = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\r\n]*$"), Storable]
StepText = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), Storable]


@command
class WriteConclusion(Command):
    """Begin a conclusion or edit it; title and text are merged with what others wrote meanwhile.

    Without a topic it goes across topics. What had been approved is open again after a change.
    """

    name = "write_conclusion"
    session_id: Key
    conclusion_id: Key
    topic_id: Key | None = None
    title: Title
    base_version: int
    text: LongText


@command
class RestOn(Command):
    """Say which themes a conclusion rests on, beside the notes that its text cites."""

    name = "rest_on"
    session_id: Key
    conclusion_id: Key
    theme_ids: tuple[Key, ...] = Field(max_length=200)


@command
class ApproveConclusionByHosts(Command):
    """Stand by a conclusion, as one of those who hosted its topic."""

    name = "approve_conclusion_by_hosts"
    session_id: Key
    topic_id: Key | None = None
    conclusion_id: Key
    version: int


@command
class ApproveConclusion(Command):
    """Approve a conclusion for publishing, after its hosts or, said openly, without them."""

    name = "approve_conclusion"
    session_id: Key
    conclusion_id: Key
    version: int
    without_hosts: bool = False


@command
class RemoveConclusion(Command):
    """Take a conclusion out; it can be put back."""

    name = "remove_conclusion"
    session_id: Key
    conclusion_id: Key


@command
class RestoreConclusion(Command):
    """Put a conclusion back that was taken out."""

    name = "restore_conclusion"
    session_id: Key
    conclusion_id: Key


@command
class MoveConclusion(Command):
    """Put a conclusion at another place among the others."""

    name = "move_conclusion"
    session_id: Key
    conclusion_id: Key
    position: float = Field(allow_inf_nan=False)


@command
class SetNextStep(Command):
    """Say what starts after the café, who starts it and by when; the same id changes it."""

    name = "set_next_step"
    session_id: Key
    step_id: Key
    conclusion_id: Key | None = None
    text: StepText
    who: OptionalLine = ""
    by_when: OptionalLine = ""


@command
class RemoveNextStep(Command):
    """Take a next step out."""

    name = "remove_next_step"
    session_id: Key
    step_id: Key
