"""What may be asked of a gathering and of what belongs to it."""

from cafe.gatherings.commands.assignments import (
    GiveFeedback,
    HandIn,
    RemoveAssignment,
    RestoreAssignment,
    SetAssignment,
    When,
)
from cafe.gatherings.commands.attendance import SetAttendance
from cafe.gatherings.commands.commitments import ChangeCommitment, CommitOneself
from cafe.gatherings.commands.evaluation import AnswerEvaluation, Evaluation
from cafe.gatherings.commands.gathering import (
    AddOrganisation,
    Card,
    ChangeGathering,
    CreateGathering,
    Day,
    HandOutCards,
    InviteOrganiser,
    JoinGathering,
    Kind,
    PersonDraft,
    RegisterParticipant,
    RegisterPeople,
    Secret,
)
from cafe.gatherings.commands.programme import (
    ItemKind,
    RemoveProgrammeItem,
    RestoreProgrammeItem,
    SetProgrammeItem,
)
from cafe.gatherings.commands.registration import (
    CloseRegistration,
    OpenRegistration,
    RegisterFromTeam,
    RegisterOneself,
    TeamPerson,
)

__all__ = [
    "AddOrganisation",
    "AnswerEvaluation",
    "Card",
    "ChangeCommitment",
    "ChangeGathering",
    "CloseRegistration",
    "CommitOneself",
    "CreateGathering",
    "Day",
    "Evaluation",
    "GiveFeedback",
    "HandIn",
    "HandOutCards",
    "InviteOrganiser",
    "ItemKind",
    "JoinGathering",
    "Kind",
    "OpenRegistration",
    "PersonDraft",
    "RegisterFromTeam",
    "RegisterOneself",
    "RegisterParticipant",
    "RegisterPeople",
    "RemoveAssignment",
    "RemoveProgrammeItem",
    "RestoreAssignment",
    "RestoreProgrammeItem",
    "Secret",
    "SetAssignment",
    "SetAttendance",
    "SetProgrammeItem",
    "TeamPerson",
    "When",
]
