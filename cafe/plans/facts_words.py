"""The words for what a plan holds, in the reader's language."""

from __future__ import annotations

from flask_babel import format_currency, format_decimal, gettext

from cafe.days import said_day, said_day_at, said_days
from cafe.i18n import Message, lazy
from cafe.plans.commands.goals import MeasureKind
from cafe.plans.facts import (
    FundingFacts,
    GatheringName,
    IndicatorFacts,
    MeasureFacts,
    PlanFacts,
    SignOffFacts,
)

# The headings of the project template, exactly; the evaluation plan comes after them.
PLAN_HEADINGS: dict[str, Message] = {
    "why": lazy("Why"),
    "target_group": lazy("Target group"),
    "result_goals": lazy("Result goals"),
    "affected": lazy("How are people and the county affected"),
    "evaluation": lazy("Evaluation plan"),
    "partners": lazy("Partners"),
}
GOAL_HEADINGS: dict[str, Message] = {
    "why": lazy("Why"),
    "target_group": lazy("Target group"),
    "specific": lazy("The goal in full"),
    "effect": lazy("Effect for people"),
}
MEASURE_HEADINGS: dict[str, Message] = {
    "about": lazy("How you do it"),
    "barrier": lazy("Barrier"),
    "learning": lazy("Learning"),
}
MEASURE_KINDS: dict[str, Message] = {
    MeasureKind.TRAINING: lazy("Training and study days"),
    MeasureKind.EMPLOYMENT: lazy("People with lived experience are employed"),
    MeasureKind.PEER_SUPPORT: lazy("Peer support"),
    MeasureKind.PRACTICE: lazy("A new way of working"),
    MeasureKind.COOPERATION: lazy("Working together with others"),
    MeasureKind.INFORMATION: lazy("Information"),
    MeasureKind.OTHER: lazy("Other"),
}
CYCLE_HEADINGS: dict[str, Message] = {
    "question": lazy("What do you want to find out?"),
    "prediction": lazy("What do you think will happen?"),
    "plan": lazy("Plan: who does what, when and where?"),
    "do": lazy("Do: what happened when you tried?"),
    "study": lazy("Study: what did you see, and was it as you thought?"),
    "act": lazy("Act: what do you do now?"),
}
PILOT_HEADINGS: dict[str, Message] = {"scope": lazy("Scope"), "lessons": lazy("Lessons")}
STATUSES: dict[str, Message] = {
    "not_started": lazy("Not started"),
    "in_progress": lazy("In progress"),
    "paused": lazy("On hold"),
    "delayed": lazy("Delayed"),
    "done": lazy("Done"),
    "cancelled": lazy("Cancelled"),
}
STATES: dict[str, Message] = {
    "draft": lazy("Draft: only your team sees it"),
    "submitted": lazy("Handed in"),
    "active": lazy("Under way"),
    "reported": lazy("Reported"),
}
ACTS: dict[str, Message] = {
    "adopt": lazy("We keep it"),
    "adapt": lazy("We change it and try again"),
    "abandon": lazy("We let it go"),
}
REASONS: dict[str, Message] = {
    "submitted": lazy("Handed in"),
    "signed": lazy("Kept to be signed off"),
    "kept": lazy("Kept by the team"),
    "reported": lazy("As it was reported"),
}
AMOUNT = "#,##0\N{NO-BREAK SPACE}¤"  # funding is in whole units


def said_gathering(gathering: GatheringName) -> str:
    """Name a gathering with its days."""
    days = said_days(gathering.starts_on, gathering.ends_on)
    return f"{gathering.title} ({days})" if days else gathering.title


def said_period(facts: PlanFacts) -> str:
    """Say between which gatherings a plan lies; nothing where neither is chosen."""
    first, last = facts.from_gathering, facts.to_gathering
    if first and last:
        return str(gettext("From %(first)s to %(last)s", first=first.title, last=last.title))
    if last:
        return str(gettext("Until %(last)s", last=last.title))
    return gettext("From %(first)s", first=first.title) if first else ""


def said_deadline(measure: MeasureFacts) -> str:
    """Say until when a measure is to be done; nothing where that is open."""
    if measure.due_gathering is not None:
        return measure.due_gathering.title
    return said_day(measure.due_on) if measure.due_on else ""


def said_taking_part(measure: MeasureFacts) -> str:
    """Say whether service users took part; nothing where nobody has said so."""
    if measure.users_took_part is None:
        return ""
    said = gettext("Service users took part") if measure.users_took_part else gettext("Without service users")
    return str(said)


def said_money(funding: FundingFacts) -> str:
    """Write an amount with its currency; nothing where it is not known."""
    if funding.amount is None:
        return ""
    return str(format_currency(funding.amount, funding.currency, AMOUNT, currency_digits=False))


def said_sign_off(sign_off: SignOffFacts) -> str:
    """Say who stands by which version, and since when."""
    return str(
        gettext(
            "%(name)s stands by version %(number)s, %(day)s.",
            name=sign_off.name,
            number=sign_off.version,
            day=said_day_at(sign_off.at),
        )
    )


def said_days_of(starts_on: str | None, ends_on: str | None) -> str:
    """Say from when until when something lasts, each of them perhaps unknown."""
    if starts_on and ends_on:
        return said_days(starts_on, ends_on)
    if ends_on:
        return str(gettext("Until %(last)s", last=said_day(ends_on)))
    return gettext("From %(first)s", first=said_day(starts_on)) if starts_on else ""


def said_way(indicator: IndicatorFacts) -> str:
    """Say where an indicator comes from and goes to, as far as it is known."""
    newest = indicator.measurements[-1] if indicator.measurements else None
    known = (
        (gettext("baseline %(value)s", value=_said(indicator.baseline)), indicator.baseline),
        (gettext("now %(value)s", value=_said(newest.value if newest else None)), newest),
        (gettext("target %(value)s", value=_said(indicator.target)), indicator.target),
    )
    said = ", ".join(words for words, there in known if there)
    return f"{said} ({indicator.unit})" if said and indicator.unit else said


def _said(value: str | None) -> str:
    return str(format_decimal(value)) if value else ""
