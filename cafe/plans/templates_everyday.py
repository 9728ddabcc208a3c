"""The templates that are short: an empty plan, a first one, recovery contacts."""

from __future__ import annotations

from cafe.i18n import lazy
from cafe.plans.templates_kinds import GoalDraft, IndicatorDraft, MeasureDraft, Passage, Template

IN_EVERYDAY_LIFE = lazy("What will be different in people's everyday lives?")
IN_THE_COUNTY = lazy("What does it mean for the county and for the other municipalities?")

EMPTY = Template(
    name="",
    title=lazy("Empty"),
    about=lazy("Only the headings, for those who know what they want."),
)

FIRST = Template(
    name="first",
    title=lazy("A first plan"),
    about=lazy("Questions under every heading, one goal and three small steps."),
    texts={
        "why": Passage(
            asks=(
                lazy("What do people who use our services say is hardest today?"),
                lazy("What did we hear at the last gathering that we cannot leave as it is?"),
            )
        ),
        "target_group": Passage(
            asks=(
                lazy("Who will notice that something has changed?"),
                lazy("Who else has to be with us for it to happen?"),
            )
        ),
        "result_goals": Passage(
            asks=(
                lazy("What will be in place when the period is over?"),
                lazy("How will we know that it is?"),
            )
        ),
        "affected": Passage(asks=(IN_EVERYDAY_LIFE, IN_THE_COUNTY)),
        "evaluation": Passage(
            asks=(
                lazy("What do we look at every month, and who does it?"),
                lazy("How do people with lived experience take part in judging how it goes?"),
            )
        ),
    },
    goals=(
        GoalDraft(
            title=lazy("One thing that we want to be different"),
            measures=(
                MeasureDraft(
                    title=lazy("Ask five people who use the services what matters most to them"), months=1
                ),
                MeasureDraft(
                    title=lazy("Try one small step in one unit, and look at what happened"),
                    kind="practice",
                    months=2,
                ),
                MeasureDraft(
                    title=lazy("Tell the other municipalities what we learnt"),
                    kind="information",
                    months=3,
                ),
            ),
        ),
    ),
)

RECOVERY_CONTACTS = Template(
    name="recovery_contacts",
    title=lazy("Recovery contacts in all units"),
    about=lazy("Somebody in every unit keeps recovery on the agenda, with the head behind them."),
    texts={
        "why": Passage(
            asks=(
                lazy("What would it mean if every unit had somebody who keeps recovery on the agenda?"),
                lazy("Where is practice good today, and how do the others hear of it?"),
            )
        ),
        "target_group": Passage(asks=(lazy("Which units do we have, and who heads each of them?"),)),
        "result_goals": Passage(
            says=(lazy("Every unit has a recovery contact, and a head who stands behind them."),)
        ),
        "affected": Passage(asks=(IN_EVERYDAY_LIFE, IN_THE_COUNTY)),
        "evaluation": Passage(
            says=(
                lazy(
                    "Every month we count the units that have a recovery contact, and ask the contacts"
                    " what they need."
                ),
            )
        ),
    },
    goals=(
        GoalDraft(
            title=lazy("Every unit has a recovery contact"),
            measures=(
                MeasureDraft(title=lazy("List all units with their heads"), months=1),
                MeasureDraft(
                    title=lazy("Let each head find a recovery contact who wants the task"), months=2
                ),
                MeasureDraft(
                    title=lazy("Write down what a recovery contact does, and the time there is for it"),
                    months=2,
                ),
            ),
            indicators=(IndicatorDraft(title=lazy("Units with a recovery contact"), unit="%", target="100"),),
        ),
        GoalDraft(
            title=lazy("Nobody is alone with the task"),
            measures=(
                MeasureDraft(
                    title=lazy("Gather the contacts, together with people with lived experience"),
                    kind="cooperation",
                    months=3,
                ),
                MeasureDraft(
                    title=lazy("Give the contacts a course, and a place to ask one another"),
                    kind="training",
                    months=4,
                ),
                MeasureDraft(
                    title=lazy("Meet every third month, and once a year with the heads"),
                    kind="cooperation",
                    months=6,
                ),
            ),
        ),
        GoalDraft(
            title=lazy("People meet the same view of recovery wherever they come"),
            kind="effect",
            measures=(MeasureDraft(title=lazy("Ask people in every unit what they have noticed"), months=9),),
        ),
    ),
)
