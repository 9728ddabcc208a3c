"""The lists on the page of preparation, as rows of forms: topics, rounds and tables."""

from __future__ import annotations

from typing import Any

from wtforms import Form

from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.forms import RoundForm, TableForm, TopicForm
from cafe.dialogue.shape import Expected, suggest_hosts
from cafe.i18n import lazy
from cafe.inputs import choice

Rows = list[tuple[str, Form]]


def topic_rows(facts: PrepareFacts, formdata: Any) -> Rows:
    """Give a row for every topic, and an empty one for the next."""
    rows: Rows = [
        (topic.id, TopicForm(formdata, prefix=f"{topic.id}-", title=topic.title, question=topic.question))
        for topic in facts.shape.topics
    ]
    return [*rows, ("new", TopicForm(formdata, prefix="new"))]


def round_rows(facts: PrepareFacts, formdata: Any) -> Rows:
    """Give a row for every round."""
    return [
        (str(number), RoundForm(formdata, prefix=f"round-{number}", minutes=r.minutes, question=r.question))
        for number, r in enumerate(facts.shape.rounds, start=1)
    ]


def table_rows(facts: PrepareFacts, formdata: Any, *, suggest: bool = False) -> Rows:
    """Give a row for every table; hosts stand there by the label that tells them from all others."""
    suggested = _suggested(facts) if suggest else {}
    topics = [choice(topic.id, topic.title) for topic in facts.shape.topics]
    rows: Rows = []
    for table in facts.shape.tables:
        host, cohost = facts.shape.hosts.get(table.id, (None, None))
        row = TableForm(
            formdata,
            prefix=f"{table.id}-",
            topic_id=table.topic_id or "",
            seats=table.seats,
            accessible=table.accessible,
            host=_label(facts, host or suggested.get(table.id)),
            cohost=_label(facts, cohost),
        )
        row.topic_id.choices = [choice("", "–"), *topics]
        rows.append((table.id, row))
    return rows


def _label(facts: PrepareFacts, attendee_id: str | None) -> str:
    person = facts.person(attendee_id)
    return person.label if person else ""


def _suggested(facts: PrepareFacts) -> dict[str, str]:
    hosts = facts.shape.hosts
    taken = {person for pair in hosts.values() for person in pair if person}
    without = [table.id for table in facts.shape.tables if hosts.get(table.id, (None, None))[0] is None]
    return suggest_hosts(without, [person for person in facts.people if person.id not in taken])


def person_called(people: tuple[Expected, ...], typed: str) -> Expected | None:
    """Find somebody by what was typed: the whole label, or a name that only one person has."""
    wanted = " ".join(typed.casefold().split())
    by_label = [person for person in people if person.label.casefold() == wanted]
    by_name = [person for person in people if person.name.casefold() == wanted]
    found = by_label or by_name
    return found[0] if len(found) == 1 else None


def hosts_typed(facts: PrepareFacts, rows: Rows) -> dict[str, tuple[str | None, str | None]] | None:
    """Read who hosts which table; None when a name is not on the list or stands twice, told beside it."""
    found: dict[str, tuple[str | None, str | None]] = {}
    at: dict[str, list[Any]] = {}
    for table_id, row in rows:
        pair = []
        for field in (row["host"], row["cohost"]):
            person = person_called(facts.people, field.data) if field.data else None
            if field.data and person is None:
                field.errors = [lazy("Nobody on the list is called that. Choose a name from the list.")]
            if person is not None:
                at.setdefault(person.id, []).append(field)
            pair.append(person.id if person else None)
        found[table_id] = (pair[0], pair[1])
    for fields in at.values():
        for field in fields[1:]:
            field.errors = [lazy("This person hosts another table as well. Choose one of the two.")]
    return None if any(row.errors for _id, row in rows) else found
