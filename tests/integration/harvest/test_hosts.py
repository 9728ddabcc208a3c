"""Hosts who share a topic: what they see, what they may do to its notes, and what two do at once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.db import db
from cafe.dialogue.commands.guests import SendIdea
from cafe.dialogue.commands.session import AssignHost, Mode, SetTables, TableDraft
from cafe.dialogue.commands.table import AddNote, WriteSummary
from cafe.errors import BadInput, NotAllowed, NotFound, TooLate
from cafe.harvest.commands import hosts
from cafe.harvest.commands.publication import Publish, Unpublish
from cafe.harvest.commands.texts import ApproveConsolidated, WriteConsolidated
from cafe.harvest.model import Bundle, Consolidated, Slip
from cafe.live.audience import Wish
from cafe.live.publish import publisher
from tests.support.cafe import Hall, make_hall
from tests.support.clients import Client, connect

FIRST, SECOND, THIRD, GUEST = 0, 1, 2, 9


@dataclass
class Confer:
    """A hall of three tables: 1 and 3 are about the first topic, 2 is about the second."""

    hall: Hall

    def say(self, text: str, table: int = 1, round_number: int = 1) -> str:
        """Note something at a table."""
        note, place = new_key(), self.hall.place(table, round_number)
        command = AddNote(session_id=self.hall.session_id, table_round_id=place, note_id=note, text=text)
        self.hall.do(command, self.hall.guest(table - 1))
        return note

    def does(self, command: type[Command], actor: Actor | int = FIRST, **data: object) -> dict[str, object]:
        """Let somebody, the first host unless told, ask for something about the first topic."""
        who = self.hall.guest(actor) if isinstance(actor, int) else actor
        about = {"session_id": self.hall.session_id, "topic_id": self.hall.topics[0], **data}
        return self.hall.do(command.model_validate(about), who)

    def bundles(self, *notes: str, actor: int = FIRST, text: str = "One for all") -> str:
        """Merge notes; give the bundle."""
        bundle = new_key()
        self.does(hosts.BundleNotes, actor, bundle_id=bundle, note_ids=notes, text=text)
        return bundle

    def bundle_of(self, note: str) -> str | None:
        """Give the bundle a note is read in."""
        with self.hall.app.app_context(), db.sessionmaker() as session:
            slip = session.get(Slip, note)
            return slip.bundle_id if slip else None

    def slip(self, note: str) -> Slip:
        """Give what is said of a note."""
        with self.hall.app.app_context(), db.sessionmaker() as session:
            return session.get_one(Slip, note)

    def bundle(self, key: str) -> Bundle:
        """Give a bundle."""
        with self.hall.app.app_context(), db.sessionmaker() as session:
            return session.get_one(Bundle, key)

    def ends_rounds(self) -> None:
        """Go on to the harvest."""
        while self.hall.advance()["phase"] != "harvest":
            pass

    def harvester(self, number: int) -> Client:
        """Give the device of a host at the harvest."""
        wish = Wish(stream_id=self.hall.session_id, capacity="harvester")
        return Client(self.hall.app, self.hall.guest(number), wish)


@pytest.fixture
def confer(app: Flask) -> Confer:
    hall = make_hall(app, tables=3)
    for _ in range(3):
        hall.advance()
    return Confer(hall)


def shown(client: Client, type_: str) -> dict[str, dict[str, object]]:
    """Give the rows of a type that a client holds, by id."""
    return {key: row for (_, kind, key), row in client.state.items() if kind == type_}


def test_those_who_share_a_topic_come_in_when_the_rounds_are_over(confer: Confer) -> None:
    hall = confer.hall
    note, other = confer.say("Ours", table=3), confer.say("Theirs", table=2)
    idea = SendIdea(
        session_id=hall.session_id, table_round_id=hall.place(3), idea_id=new_key(), text="Signed"
    )
    hall.do(idea, hall.guest(GUEST))
    clients = [confer.harvester(FIRST), confer.harvester(SECOND)]
    connect(publisher, clients)
    for client in clients:
        client.join()
        assert not shown(client, "note")
    confer.ends_rounds()
    one, two = clients
    assert set(shown(one, "note")) == {note, idea.idea_id}
    assert set(shown(two, "note")) == {other}
    assert all("author" not in row for row in shown(one, "note").values())
    assert {row["number"] for row in shown(one, "table").values()} == {1, 2, 3}


def test_a_host_harvests_no_other_topic_and_a_guest_or_former_host_none(confer: Confer) -> None:
    hall = confer.hall
    note = confer.say("A thought")
    put_in = AssignHost(session_id=hall.session_id, table_id=hall.tables[2], host_id=hall.attendees[7])
    hall.do(put_in)
    mark = {"note_id": note, "important": True}
    with pytest.raises(NotAllowed):  # before the harvest
        confer.does(hosts.MarkImportant, FIRST, **mark)
    confer.ends_rounds()
    confer.does(hosts.MarkImportant, FIRST, **mark)
    confer.does(hosts.MarkImportant, 7, **mark)
    for who in (SECOND, THIRD, GUEST):
        with pytest.raises(NotAllowed):
            confer.does(hosts.MarkImportant, who, **mark)
        with pytest.raises(NotAllowed):
            confer.does(WriteConsolidated, who, base_version=0, text="Not mine")
    # Their own right does not reach a note of another topic.
    with pytest.raises(NotFound):
        confer.does(hosts.MarkImportant, SECOND, topic_id=hall.topics[1], **mark)
    for client in (confer.harvester(THIRD), confer.harvester(GUEST)):
        with pytest.raises(NotAllowed):
            client.join()


def test_what_is_published_is_no_longer_the_hosts_to_change(confer: Confer) -> None:
    note = confer.say("A thought")
    confer.ends_rounds()
    confer.does(WriteConsolidated, FIRST, base_version=0, text=f"All in all [#{note}]")
    confer.does(ApproveConsolidated, confer.hall.organiser, version=1, without_hosts=True)
    client = confer.harvester(FIRST)
    connect(publisher, [client])
    client.join()
    confer.hall.advance()  # closed: they may still make it ready
    confer.does(hosts.MarkImportant, note_id=note, important=True)
    confer.hall.do(Publish(session_id=confer.hall.session_id, title="What we said", looked_at=True))
    assert not shown(client, "note")
    with pytest.raises(NotAllowed):
        confer.does(hosts.MarkImportant, note_id=note, important=False)
    confer.hall.do(Unpublish(session_id=confer.hall.session_id))
    assert note in shown(client, "note")


@pytest.mark.parametrize("mode", [Mode.SAME_QUESTION, Mode.REFLECTION])
def test_without_topics_all_hosts_share_the_whole(app: Flask, mode: Mode) -> None:
    confer = Confer(make_hall(app, tables=3, mode=mode))
    for _ in range(3):
        confer.hall.advance()
    note = confer.say("At another table", table=2)
    while confer.hall.phase() != "harvest":
        confer.hall.advance()
    confer.does(hosts.MarkImportant, THIRD, topic_id=None, note_id=note, important=True)
    client = confer.harvester(THIRD)
    client.join()
    assert note in shown(client, "note")
    with pytest.raises(NotAllowed):
        confer.does(hosts.MarkImportant, GUEST, topic_id=None, note_id=note, important=True)


def test_where_questions_walk_their_hosts_harvest_what_they_took_along(app: Flask) -> None:
    confer = Confer(make_hall(app, tables=3, topics=3, mode=Mode.HOSTS_ROTATE))
    hall = confer.hall
    for _ in range(5):
        hall.advance()
    walked = next(n for n in (1, 2, 3) if host_at(hall, n, 2) == hall.attendees[FIRST])
    assert walked != 1
    note = new_key()
    place = hall.place(walked, 2)
    hall.do(
        AddNote(session_id=hall.session_id, table_round_id=place, note_id=note, text="On the way"),
        hall.guest(FIRST),
    )
    confer.ends_rounds()
    client = confer.harvester(FIRST)
    client.join()
    assert note in shown(client, "note")
    confer.does(hosts.MarkImportant, note_id=note, important=True)
    with pytest.raises(NotAllowed):
        confer.does(hosts.MarkImportant, SECOND, note_id=note, important=True)


def host_at(hall: Hall, table: int, round_number: int) -> str | None:
    from cafe.dialogue.model import TableRound

    with hall.app.app_context(), db.sessionmaker() as session:
        return session.get_one(TableRound, hall.place(table, round_number)).host_id


def test_a_note_stays_in_the_bundle_it_was_put_into_first(confer: Confer) -> None:
    one, two, three = confer.say("One"), confer.say("Two", table=3), confer.say("Three")
    elsewhere = confer.say("Elsewhere", table=2)
    confer.ends_rounds()
    first = confer.bundles(one, two, actor=FIRST)
    second = new_key()
    answer = confer.does(
        hosts.BundleNotes, THIRD, bundle_id=second, note_ids=[two, three], text="Seen otherwise"
    )
    assert answer == {"version": 1, "elsewhere": [two]}
    assert [confer.bundle_of(note) for note in (one, two, three)] == [first, first, second]
    confer.does(hosts.TakeOutOfBundle, note_ids=[two])
    confer.does(hosts.AddToBundle, bundle_id=second, note_ids=[two])
    assert confer.bundle_of(two) == second
    confer.does(hosts.TakeBundleApart, bundle_id=second)
    assert [confer.bundle_of(note) for note in (two, three)] == [None, None]
    assert (confer.bundle(second).taken_apart, confer.bundle(second).text) == (True, "Seen otherwise")
    confer.does(hosts.AddToBundle, bundle_id=second, note_ids=[two, three])
    assert not confer.bundle(second).taken_apart
    with pytest.raises(NotFound):
        confer.bundles(one, elsewhere)
    with pytest.raises(NotFound):
        confer.does(hosts.AddToBundle, bundle_id=second, note_ids=[one, elsewhere])


def test_two_who_write_one_bundle_or_summary_at_once_lose_nothing(confer: Confer) -> None:
    one, two = confer.say("One"), confer.say("Two", table=3)
    confer.ends_rounds()
    bundle = confer.bundles(one, two, text="fixed contact")
    confer.does(hosts.WriteBundle, FIRST, bundle_id=bundle, base_version=1, text="a fixed contact")
    merged = confer.does(
        hosts.WriteBundle, THIRD, bundle_id=bundle, base_version=1, text="fixed contact for all"
    )
    assert (merged["version"], confer.bundle(bundle).text) == (3, "a fixed contact for all")
    confer.does(hosts.WriteBundle, FIRST, bundle_id=bundle, base_version=3, text="mine")
    confer.does(hosts.WriteBundle, THIRD, bundle_id=bundle, base_version=3, text="theirs")
    row = confer.bundle(bundle)
    assert row.changed_by_both
    assert "mine" in row.text
    assert "theirs" in row.text
    confer.does(WriteConsolidated, FIRST, base_version=0, text="We heard this.")
    confer.does(WriteConsolidated, FIRST, base_version=1, text="We heard this. And more.")
    confer.does(WriteConsolidated, THIRD, base_version=1, text="First: We heard this.")
    assert consolidated(confer).text == "First: We heard this. And more."


def consolidated(confer: Confer) -> Consolidated:
    with confer.hall.app.app_context(), db.sessionmaker() as session:
        query = select(Consolidated).where(Consolidated.topic_id == confer.hall.topics[0])
        return session.scalars(query).one()


def test_what_is_left_out_has_a_reason(confer: Confer) -> None:
    note = confer.say("A thought")
    confer.ends_rounds()
    with pytest.raises(BadInput):
        confer.does(hosts.LeaveOut, note_id=note, left_out=True, reason="  ")
    confer.does(hosts.LeaveOut, note_id=note, left_out=True, reason="Said in round 2 as well")
    assert (confer.slip(note).left_out, confer.slip(note).reason) == (True, "Said in round 2 as well")
    confer.does(hosts.LeaveOut, note_id=note, left_out=False)
    assert (confer.slip(note).left_out, confer.slip(note).reason) == (False, "")


def test_hosts_approve_first_unless_organisers_do_not_wait(confer: Confer) -> None:
    organiser = confer.hall.organiser
    confer.ends_rounds()
    confer.does(WriteConsolidated, FIRST, base_version=0, text="All in all")
    with pytest.raises(TooLate):
        confer.does(ApproveConsolidated, organiser, version=1)
    with pytest.raises(NotAllowed):
        confer.does(hosts.ApproveByHosts, organiser, version=1)
    with pytest.raises(TooLate):
        confer.does(hosts.ApproveByHosts, version=0)
    confer.does(hosts.ApproveByHosts, version=1)
    confer.does(ApproveConsolidated, organiser, version=1)
    assert (consolidated(confer).approved_by_hosts, consolidated(confer).approved) == (True, True)
    confer.does(WriteConsolidated, THIRD, base_version=1, text="All in all, then")
    assert (consolidated(confer).approved_by_hosts, consolidated(confer).approved) == (False, False)
    # An introduction has no hosts.
    confer.does(WriteConsolidated, organiser, topic_id=None, base_version=0, text="Welcome")
    confer.does(ApproveConsolidated, organiser, topic_id=None, version=1)


def test_notes_go_along_when_their_table_gets_another_topic(confer: Confer) -> None:
    hall = confer.hall
    confer.ends_rounds()
    note, other = confer.say("Ours", table=3, round_number=3), confer.say("Ours too", table=1, round_number=3)
    place = hall.place(3, 3)
    hall.do(WriteSummary(session_id=hall.session_id, table_round_id=place, base_version=0, text="So"))
    confer.does(hosts.MarkImportant, note_id=note, important=True)
    bundle = confer.bundles(note, other)
    clients = [confer.harvester(FIRST), confer.harvester(SECOND), confer.harvester(THIRD)]
    connect(publisher, clients)
    for client in clients:
        client.join()
    one, two, three = clients
    assert note in shown(one, "note")
    about = (hall.topics[0], hall.topics[1], hall.topics[1])
    drafts = tuple(
        TableDraft(id=table, seats=8, topic_id=topic) for table, topic in zip(hall.tables, about, strict=True)
    )
    hall.do(SetTables(session_id=hall.session_id, tables=drafts))
    assert note not in shown(one, "note")
    assert note in shown(two, "note")
    assert note in shown(three, "note")  # who hosts the second topic, too, from now on
    assert place in shown(two, "summary")
    assert place not in shown(one, "summary")
    assert shown(two, "slip")[note]["important"] is True
    assert confer.bundle_of(note) is None
    assert confer.bundle_of(other) == bundle
    assert shown(two, "topic")[hall.topics[1]]["tables"] == [2, 3]
    for client in clients:
        assert client.state == client.fresh()
