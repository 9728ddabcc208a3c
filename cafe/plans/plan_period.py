"""Which period a new plan is for, before anybody has said so. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cafe.plans.facts_kinds import GatheringName


def period_around(
    gatherings: Sequence[GatheringName], today: str
) -> tuple[GatheringName | None, GatheringName | None]:
    """Give the last gathering that has begun and the next one; days are ISO dates."""
    dated = sorted(
        (gathering for gathering in gatherings if gathering.starts_on),
        key=lambda gathering: gathering.starts_on or "",
    )
    past = [gathering for gathering in dated if (gathering.starts_on or "") <= today]
    ahead = [gathering for gathering in dated if (gathering.starts_on or "") > today]
    return (past[-1] if past else None, ahead[0] if ahead else None)


def years_of(gatherings: Sequence[GatheringName | None], today: str) -> str:
    """Give the year or years that a plan spans, such as 2026–2027, to name it by."""
    years = sorted(
        {gathering.starts_on[:4] for gathering in gatherings if gathering and gathering.starts_on}
        or {today[:4]}
    )
    return years[0] if len(years) == 1 else f"{years[0]}\N{EN DASH}{years[-1]}"
