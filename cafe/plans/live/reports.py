"""Row types of status reports and scores."""

from __future__ import annotations

from cafe.live.rows import RowType, field, register
from cafe.plans.model import Score, StatusReport
from cafe.plans.rooms import ORGANISERS, READ, SCORES, TEAM, readers_of
from cafe.plans.rules import ScoreBy, score_is_for

ROOM_OF = {ScoreBy.TEAM: TEAM, ScoreBy.ORGANISERS: ORGANISERS}


def _seen_by(score: Score) -> tuple[str, ...]:
    have_scored = frozenset(other.by for other in score.report.scores)
    return tuple(ROOM_OF[side] for side in score_is_for(score.by, score.report.state, have_scored))


register(
    RowType(
        "status_report",
        StatusReport,
        "What a team tells a gathering of its plan.",
        lambda row: readers_of(row.plan.state) if row.state == "submitted" else (TEAM,),
        (
            field("gathering_id", "string", "the gathering", *READ),
            field("state", "string", "draft or submitted", *READ),
            field("wants_help", "boolean", "the team asks for help", *READ),
            field("submitted_at", "integer|null", "when it was handed in", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "score",
        Score,
        "Where a team stands on the 0.5-5.0 scale, set by hand; never shown to others.",
        _seen_by,
        (
            field("report_id", "string", "the report it is beside", *SCORES),
            field("by", "string", "team or organisers", *SCORES),
            field("value", "number", "from 0.5 to 5.0 in halves", *SCORES),
        ),
        stream_kind="plan",
    )
)
