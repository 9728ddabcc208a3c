"""What has been written about a topic is not erased with it; what is taken down leaves no copy."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.commands import new_key
from cafe.db import db
from cafe.dialogue.commands.session import SetTopics, TopicDraft
from cafe.errors import TooLate
from cafe.harvest.commands.conclusions import WriteConclusion
from cafe.harvest.commands.publication import Publish, Unpublish
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from cafe.harvest.model import Conclusion, Edition
from tests.support.cafe import Hall, make_hall


def keep_only_the_second_topic(hall: Hall) -> None:
    second = TopicDraft(id=hall.topics[1], title="The other", question="And?")
    hall.do(SetTopics(session_id=hall.session_id, topics=(second,)))


def test_a_topic_that_something_is_written_about_stays(app: Flask) -> None:
    hall = make_hall(app)
    written = WriteConclusion(
        session_id=hall.session_id,
        conclusion_id=new_key(),
        topic_id=hall.topics[0],
        title="Early",
        base_version=0,
        text="A thought beforehand",
    )
    hall.do(written)
    with pytest.raises(TooLate):
        keep_only_the_second_topic(hall)
    with app.app_context(), db.sessionmaker() as session:
        assert session.get_one(Conclusion, written.conclusion_id).text == "A thought beforehand"


def test_a_topic_that_nothing_is_written_about_may_go(app: Flask) -> None:
    hall = make_hall(app)
    keep_only_the_second_topic(hall)


def test_what_is_taken_down_leaves_no_words_behind(app: Flask) -> None:
    hall = make_hall(app)
    while hall.phase() != "harvest":
        hall.advance()
    sid, topic = hall.session_id, hall.topics[0]
    hall.do(WriteConsolidated(session_id=sid, topic_id=topic, base_version=0, text="So"))
    hall.do(ApproveConsolidated(session_id=sid, topic_id=topic, version=1, without_hosts=True))
    for correction in ("", "The name of Kari is gone"):
        hall.do(Publish(session_id=sid, title="With Kari", correction=correction, looked_at=True))
    hall.do(Unpublish(session_id=sid))
    with app.app_context(), db.sessionmaker() as session:
        kept = session.execute(select(Edition.title, Edition.correction, Edition.content)).all()
    assert [tuple(each) for each in kept] == [("", "", {})] * 2
