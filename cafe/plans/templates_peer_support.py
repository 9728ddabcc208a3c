"""The template for introducing peer support: prepare, train, recruit, supervise, evaluate."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.plans.templates_everyday import IN_EVERYDAY_LIFE, IN_THE_COUNTY
from cafe.plans.templates_kinds import GoalDraft, IndicatorDraft, MeasureDraft, Passage, Template

PREPARE = GoalDraft(
    title=lazy("Prepare: the services are ready, and management is engaged"),
    measures=(
        MeasureDraft(
            title=lazy("Management decides what peer support is for here, and says so to everybody"),
            months=1,
        ),
        MeasureDraft(
            title=lazy("Talk with every unit about roles, confidentiality and what worries them"),
            kind="information",
            months=2,
        ),
        MeasureDraft(
            title=lazy("Write the tasks down together with people with lived experience"),
            kind="peer_support",
            months=2,
        ),
        MeasureDraft(
            title=lazy("Agree with an external partner that the peer supporters can turn to"),
            kind="cooperation",
            months=3,
        ),
    ),
)

TRAIN = GoalDraft(
    title=lazy("Train: those who begin and those who receive them have learnt together"),
    measures=(
        MeasureDraft(
            title=lazy("Find training for the peer supporters, with time and money for it"),
            kind="training",
            months=3,
        ),
        MeasureDraft(
            title=lazy("Train the staff together with people with lived experience"),
            kind="training",
            months=4,
        ),
    ),
)

RECRUIT = GoalDraft(
    title=lazy("Recruit: several peer supporters are employed, so that nobody is alone"),
    measures=(
        MeasureDraft(
            title=lazy("Find lasting money for at least two positions"), kind="employment", months=4
        ),
        MeasureDraft(
            title=lazy("Announce the positions where people with lived experience see them"),
            kind="employment",
            months=5,
        ),
        MeasureDraft(
            title=lazy("Let somebody with lived experience take part in choosing"),
            kind="employment",
            months=5,
        ),
    ),
    indicators=(
        IndicatorDraft(
            title=lazy("Peer supporters who are employed"),
            unit=lazy("people"),
            target="2",
            frequency="quarterly",
        ),
    ),
)

SUPERVISE = GoalDraft(
    title=lazy("Supervise: everybody has somebody to turn to"),
    measures=(
        MeasureDraft(
            title=lazy("Secure regular supervision by somebody outside the unit"),
            kind="peer_support",
            months=6,
        ),
        MeasureDraft(
            title=lazy("Let the peer supporters meet others who do the same work"),
            kind="peer_support",
            months=6,
        ),
        MeasureDraft(
            title=lazy("Agree what we do when somebody has a hard time, as for every colleague"),
            months=6,
        ),
    ),
)

EVALUATE = GoalDraft(
    title=lazy("Evaluate: we look at it all the way"),
    measures=tuple(
        MeasureDraft(
            title=lazy("Evaluate together after %(months)s months, and change what has to be", months=months),
            months=months,
        )
        for months in (3, 6, 9, 12)
    ),
)

PEER_SUPPORT = Template(
    name="peer_support",
    title=lazy("Introducing peer support"),
    about=lazy("Prepare, train, recruit, supervise, evaluate: five goals with sixteen measures."),
    texts={
        "why": Passage(
            says=(
                lazy(
                    "People with lived experience know what helps and what hurts. Beside a colleague who"
                    " has been there, hope is easier to find."
                ),
            ),
            asks=(lazy("What do we hope that peer support changes for people here?"),),
        ),
        "target_group": Passage(
            asks=(
                lazy("Which units begin, and which people will meet a peer supporter there?"),
                lazy("Who of the staff will work beside them?"),
            )
        ),
        "result_goals": Passage(
            says=(
                lazy(
                    "Several peer supporters are employed, with training, supervision and a place in the"
                    " team that everybody knows."
                ),
            )
        ),
        "affected": Passage(asks=(IN_EVERYDAY_LIFE, IN_THE_COUNTY)),
        "evaluation": Passage(
            says=(
                lazy(
                    "Every third month we ask the peer supporters, the people they meet and their"
                    " colleagues how it goes."
                ),
            ),
            asks=(lazy("What do we do when an answer worries us?"),),
        ),
        "partners": Passage(
            says=(
                lazy(
                    "An external partner, such as a user organisation or a competence centre, that the"
                    " peer supporters can turn to."
                ),
            ),
            asks=(lazy("Who is it, and who talks with them?"),),
        ),
    },
    goals=(PREPARE, TRAIN, RECRUIT, SUPERVISE, EVALUATE),
)
