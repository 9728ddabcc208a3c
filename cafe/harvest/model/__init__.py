"""Tables of the harvest."""

from cafe.harvest.model.board import BoardStep, Bundle, BundleVersion, Placement, Slip, Theme
from cafe.harvest.model.publication import Edition, LookedAt, Publication, ReportFile
from cafe.harvest.model.suggestions import Suggestion, SuggestionRun
from cafe.harvest.model.texts import (
    Basis,
    Conclusion,
    ConclusionVersion,
    Consolidated,
    ConsolidatedVersion,
    NextStep,
)
from cafe.harvest.model.voting import Ballot, Choice, Tally, Turnout, Vote

__all__ = [
    "Ballot",
    "Basis",
    "BoardStep",
    "Bundle",
    "BundleVersion",
    "Choice",
    "Conclusion",
    "ConclusionVersion",
    "Consolidated",
    "ConsolidatedVersion",
    "Edition",
    "LookedAt",
    "NextStep",
    "Placement",
    "Publication",
    "ReportFile",
    "Slip",
    "Suggestion",
    "SuggestionRun",
    "Tally",
    "Theme",
    "Turnout",
    "Vote",
]
