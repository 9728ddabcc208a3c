"""Row types of indicators and measurements."""

from __future__ import annotations

from cafe.live.rows import RowType, field, register
from cafe.plans.model import Indicator, Measurement
from cafe.plans.rooms import READ, readers_of

register(
    RowType(
        "indicator",
        Indicator,
        "What shows whether a goal comes nearer. Numbers are decimal text with a point.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed),
        (
            field("goal_id", "string|null", "the goal", *READ),
            field("measure_id", "string|null", "the measure, if it is about one", *READ),
            field("title", "string", "what is counted or asked", *READ),
            field("kind", "string", "outcome, process or balancing", *READ),
            field("unit", "string", "of the numbers", *READ),
            field("direction", "string", "which way is the wished one: up or down", *READ),
            field("baseline", "string|null", "the value before", *READ),
            field("baseline_on", "string|null", "when that was", *READ),
            field("target", "string|null", "the value aimed at", *READ),
            field("target_on", "string|null", "until when", *READ),
            field("frequency", "string", "weekly, monthly, quarterly or gathering", *READ),
            field("owner", "string", "who measures", *READ),
            field("position", "number", "order", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)

register(
    RowType(
        "measurement",
        Measurement,
        "One value of an indicator on a day.",
        lambda row: readers_of(row.plan.state, taken_out=row.removed or row.indicator.removed),
        (
            field("indicator_id", "string", "the indicator", *READ),
            field("taken_on", "string", "the day", *READ),
            field("value", "string", "a decimal number with a point", *READ),
            field("words", "string", "what is noted on the chart there", *READ),
            field("removed", "boolean", "taken out, and can be put back", *READ),
        ),
        stream_kind="plan",
    )
)
