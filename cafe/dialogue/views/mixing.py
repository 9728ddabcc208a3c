"""How well the seats mix people, in words and as a picture; for organisers."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from cafe.db import db
from cafe.dialogue.measured import figures_for, instance_behind, plan_of
from cafe.dialogue.mixing import who_is_alone, who_meets_whom, with_colleagues
from cafe.dialogue.preview import present_seating
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.live import cafe_urls
from cafe.dialogue.views.prepare import facts_of


@dialogue.get("/cafe/<session_id>/mixing")
def mixing(session_id: str) -> ResponseReturnValue:
    """Show what the seats achieve beside what is possible at best, and who meets whom."""
    facts = facts_of(session_id)
    with db.sessionmaker() as session:
        seating = present_seating(session, session_id, facts.people)
        plan = plan_of(seating)
        instance = instance_behind(session, session_id, plan)
    figures = figures_for(instance, plan) if plan else None
    homes = {person.id: person.organisation for person in facts.people if person.organisation}
    matrix = who_meets_whom(plan, homes)
    number_of = seating.room.number_of
    return render_template(
        "dialogue/mixing.html",
        facts=facts,
        seating=seating,
        figures=figures,
        organisations=len(set(homes.values())),
        asked=sum(person.company for person in instance.people),
        alone=[
            (facts.person(each.person_id), each.round, number_of[each.table_id])
            for each in who_is_alone(instance, plan)
        ],
        matrix=matrix,
        names=[name or gettext("No organisation") for name in matrix.names],
        with_colleagues=with_colleagues(plan, homes),
        tables=len(seating.room.tables),
        steps=cafe_urls(session_id),
        here="prepare",
    )
