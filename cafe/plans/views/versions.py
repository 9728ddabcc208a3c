"""The versions of a plan, and two of them side by side."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cafe.days import said_day_at
from cafe.db import db
from cafe.network.navigation import team_nav
from cafe.people.identity import actor_of_request
from cafe.plans import facts_words
from cafe.plans.compare import compare as told_differences
from cafe.plans.queries.life import standing_towards
from cafe.plans.versions import version_facts, versions_of
from cafe.plans.views.blueprint import plans


@plans.get("/plans/<plan_id>/versions")
def versions(plan_id: str) -> ResponseReturnValue:
    """List the versions that one may read; two that are chosen are shown side by side."""
    first, second = request.args.get("before", type=int), request.args.get("after", type=int)
    if first is not None and second is not None:
        return redirect(url_for(".compare", plan_id=plan_id, number=first, other=second))
    actor = actor_of_request()
    with db.sessionmaker() as session:
        in_team = standing_towards(session, actor, plan_id).in_team
        facts = version_facts(session, plan_id, 0, is_team=in_team)
        found = versions_of(session, plan_id, is_team=in_team)
        navigation = team_nav(session, actor, facts.team_id, "plans.plan")
    return render_template(
        "plans/versions.html",
        facts=facts,
        versions=found,
        in_team=in_team,
        words=facts_words,
        said_day_at=said_day_at,
        team_nav=navigation,
    )


@plans.get("/plans/<plan_id>/versions/<int:number>/<int:other>")
def compare(plan_id: str, number: int, other: int) -> ResponseReturnValue:
    """Tell what is another between two versions; 0 is the plan as it stands. Raises NotFound."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        in_team = standing_towards(session, actor, plan_id).in_team
        known = {version.number: version for version in versions_of(session, plan_id, is_team=in_team)}
        before = version_facts(session, plan_id, number, is_team=in_team)
        after = version_facts(session, plan_id, other, is_team=in_team)
        navigation = team_nav(session, actor, after.team_id, "plans.plan")
    return render_template(
        "plans/compare.html",
        facts=after,
        numbers=(number, other),
        known=known,
        sections=told_differences(before, after),
        words=facts_words,
        said_day_at=said_day_at,
        team_nav=navigation,
    )
