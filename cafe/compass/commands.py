"""What may be asked of the perspective compass."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cafe.commands import Command, Key, Line, TrimmedText, command

PAIRS = 9
Secret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{20,40}$")]
Device = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{20,64}$")]
Comment = Annotated[TrimmedText, Field(max_length=300)]


class Group(StrEnum):
    """From where somebody sees the service."""

    STAFF = "staff"
    LIVED_EXPERIENCE = "lived_experience"
    RELATIVE = "relative"


class PairAnswer(BaseModel):
    """Where somebody puts the service between two poles, 1 to 5; or that the pair has no bearing here."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pair: int = Field(ge=1, le=PAIRS)
    place: int | None = Field(default=None, ge=1, le=5)
    not_relevant: bool = False
    comment: Comment = ""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.not_relevant and self.place is not None:
            message = "both"
            raise ValueError(message)
        return self

    def says_something(self) -> bool:
        """Tell whether it is more than a question skipped."""
        return self.place is not None or self.not_relevant or bool(self.comment)


@command
class OpenWave(Command):
    """Begin to ask: a round of answers, for one unit of the organisation if one is named."""

    name = "open_wave"
    team_id: Key
    wave_id: Key
    title: Line
    unit_id: Key | None = None
    secret: Secret


@command
class CloseWave(Command):
    """End a round of answers. They are mixed, and what at least five of a group said can be seen."""

    name = "close_wave"
    team_id: Key
    wave_id: Key


@command
class ReopenWave(Command):
    """Take answers again. Of a group they are let in when five more have come."""

    name = "reopen_wave"
    team_id: Key
    wave_id: Key


@command
class ShareWave(Command):
    """Let the organisers of the network see the picture of a wave, without the comments; or no longer."""

    name = "share_wave"
    team_id: Key
    wave_id: Key
    shared: bool


@command
class AnswerWave(Command):
    """Answer a wave, without a name. `device` is random and made by the phone, which answers once.

    Nothing ties the answer to the phone: it waits sealed, and is mixed with at least four of its group.
    """

    name = "answer_wave"
    secret: Secret
    device: Device
    answer_id: Key
    group: Group
    answers: Annotated[tuple[PairAnswer, ...], Field(min_length=1, max_length=PAIRS)]

    @model_validator(mode="after")
    def _each_pair_once(self) -> Self:
        if len({each.pair for each in self.answers}) < len(self.answers):
            message = "twice"
            raise ValueError(message)
        return self

    def leaves_no_trace(self) -> bool:
        """Tell that nothing may tie the answer to its sender."""
        return True
