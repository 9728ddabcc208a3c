"""Saving the lists of the page of preparation: topics, rounds, tables and hosts."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from cafe.commands import new_key
from cafe.dialogue.commands.session import RoundDraft, TableDraft, TopicDraft
from cafe.dialogue.facts import PrepareFacts
from cafe.dialogue.lists import Rows, hosts_typed, round_rows, table_rows, topic_rows
from cafe.dialogue.shape import deal_topics
from cafe.dialogue.views.asking import Wanted, ask
from cafe.dialogue.views.blueprint import dialogue
from cafe.dialogue.views.prepare import facts_of, prepare_page, saved
from cafe.i18n import lazy


def _valid(rows: Rows) -> bool:
    answers = [row.validate() for _key, row in rows]  # all of them, so that every message shows at once
    return all(answers)


@dialogue.post("/cafe/<session_id>/prepare/topics")
def save_topics(session_id: str) -> ResponseReturnValue:
    """Save the topics; the buttons beside a topic move it up or down or take it away."""
    facts, form = facts_of(session_id), FlaskForm()
    rows = topic_rows(facts, request.form)
    if _valid(rows) and (topics := _topics_typed(rows)) is not None:
        topics = _rearranged(topics, request.form.get("do", ""))
        if not topics:
            form.form_errors = [lazy("The last topic stays: write another one first, or change this one.")]
        elif ask(form, *_with_topics(facts, topics)):
            return saved(session_id, "topics")
    return prepare_page(facts, topic_rows=rows, problems=form.form_errors, open_part="topics", status=400)


def _topics_typed(rows: Rows) -> list[TopicDraft] | None:
    topics = []
    for key, row in rows:
        title, question = row["title"], row["question"]
        if not title.data and (key != "new" or question.data):
            title.errors = [lazy("Something is missing here. Fill it in.")]
        elif title.data:
            topic_id = new_key() if key == "new" else key
            topics.append(TopicDraft(id=topic_id, title=title.data, question=question.data or ""))
    return None if any(row.errors for _key, row in rows) else topics


def _rearranged(topics: list[TopicDraft], wanted: str) -> list[TopicDraft]:
    """Do what the pressed button says: up:ID, down:ID or remove:ID."""
    what, _, topic_id = wanted.partition(":")
    at = next((place for place, topic in enumerate(topics) if topic.id == topic_id), None)
    if at is None:
        return topics
    topic = topics.pop(at)
    if what != "remove":
        topics.insert(max(0, at + (-1 if what == "up" else 1)), topic)
    return topics


def _with_topics(facts: PrepareFacts, topics: list[TopicDraft]) -> list[Wanted]:
    """Say what has to happen: tables leave a topic before it goes, and those without one get one."""
    here = {"session_id": facts.session_id}
    kept = {topic.id for topic in topics}
    gone = [topic for topic in facts.shape.topics if topic.id not in kept]
    tables = facts.shape.tables
    dealt = deal_topics(tables, topics)
    wanted: list[Wanted] = []
    if gone:
        wanted.append(("set_topics", here | {"topics": [*topics, *gone]}))
    if not gone:
        wanted.append(("set_topics", here | {"topics": topics}))
    if tables and dealt != tables:
        wanted.append(("set_tables", here | {"tables": dealt}))
    if gone:
        wanted.append(("set_topics", here | {"topics": topics}))
    return wanted


@dialogue.post("/cafe/<session_id>/prepare/rounds")
def save_rounds(session_id: str) -> ResponseReturnValue:
    """Save how long each round is, and its question."""
    facts, form = facts_of(session_id), FlaskForm()
    rows = round_rows(facts, request.form)
    if _valid(rows):
        drafts = [
            RoundDraft(minutes=row["minutes"].data, question=row["question"].data or "") for _key, row in rows
        ]
        if ask(form, ("set_rounds", {"session_id": session_id, "rounds": drafts})):
            return saved(session_id, "rounds")
    return prepare_page(facts, round_rows=rows, problems=form.form_errors, open_part="rounds", status=400)


@dialogue.post("/cafe/<session_id>/prepare/tables")
def save_tables(session_id: str) -> ResponseReturnValue:
    """Save what each table is about, how many it seats and who hosts it."""
    facts, form = facts_of(session_id), FlaskForm()
    rows = table_rows(facts, request.form)
    if _valid(rows) and (hosts := hosts_typed(facts, rows)) is not None:
        wanted = [*_with_tables(facts, rows), *_with_hosts(facts, hosts)]
        if ask(form, *wanted):
            return saved(session_id, "tables")
    return prepare_page(facts, table_rows=rows, problems=form.form_errors, open_part="tables", status=400)


def _with_tables(facts: PrepareFacts, rows: Rows) -> list[Wanted]:
    known = {topic.id for topic in facts.shape.topics}
    drafts = tuple(_table_typed(key, row, known) for key, row in rows)
    if drafts == facts.shape.tables:
        return []
    return [("set_tables", {"session_id": facts.session_id, "tables": drafts})]


def _table_typed(key: str, row: Any, topics: set[str]) -> TableDraft:
    topic_id = row["topic_id"].data
    return TableDraft(
        id=key,
        seats=row["seats"].data,
        topic_id=topic_id if topic_id in topics else None,
        accessible=row["accessible"].data,
    )


def _with_hosts(facts: PrepareFacts, hosts: dict[str, tuple[str | None, str | None]]) -> list[Wanted]:
    return [
        (
            "assign_host",
            {"session_id": facts.session_id, "table_id": table_id, "host_id": pair[0], "cohost_id": pair[1]},
        )
        for table_id, pair in hosts.items()
        if pair != facts.shape.hosts.get(table_id, (None, None))
    ]
