"""Tables of the gatherings."""

from cafe.gatherings.model.gathering import Gathering, Organising, Participant
from cafe.gatherings.model.series import (
    Assignment,
    Attendance,
    Commitment,
    ProgrammeItem,
    Submission,
)

__all__ = [
    "Assignment",
    "Attendance",
    "Commitment",
    "Gathering",
    "Organising",
    "Participant",
    "ProgrammeItem",
    "Submission",
]
