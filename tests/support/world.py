"""A hall in the middle of a round, with something of everything, and a sample of every command."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from flask import Flask

from cafe.actor import NOBODY, SERVER, Actor
from cafe.commands import Command, new_key
from cafe.dialogue.commands import choosing, door, guests, proposals, rounds, session, table, wishes
from cafe.gatherings import commands as gatherings
from cafe.harvest.commands import hosts, publication, report, suggestions, texts, voting
from cafe.people import commands as people
from cafe.people.rules import new_secret
from tests.support.apps import app_on, forget
from tests.support.board_samples import board_samples, with_a_board
from tests.support.cafe import PASSWORD, Hall, make_hall
from tests.support.compass_samples import compass_samples, with_waves
from tests.support.conclusion_samples import conclusion_samples, with_conclusions
from tests.support.gathering_samples import gathering_samples
from tests.support.goal_samples import goal_samples
from tests.support.indicator_samples import indicator_samples, with_indicators
from tests.support.life_samples import life_samples, with_life
from tests.support.plan_samples import plan_samples, with_plans
from tests.support.proposals import asked, found_here
from tests.support.reminder_samples import reminder_samples
from tests.support.report_samples import report_samples, with_reports
from tests.support.sharing_samples import sharing_samples, with_sharing
from tests.support.suggestions import the_same
from tests.support.team_samples import Teams, team_samples, with_teams
from tests.support.voting import CLOSED, DRAFT, OPEN, a_dot, hall_votes, phase_of, themes_of

PROPOSAL = "the-plan-to-look-at"
REPORT_FILE = "the-file-to-fetch"
BUNDLE = "merged-notes"
SEARCH = "the-search-for-themes"


@dataclass
class World:
    """A running hall and the ids of what is in it.

    Person 0 hosts table 1, person 1 hosts table 2, person 2 was co-host at table 1 for a while.
    """

    hall: Hall
    other: Hall
    note: str
    binned: str
    help_call: str
    wish: str = ""
    invitation: str = ""
    sign_in: str = ""
    twin: str = ""
    suggestion: str = ""
    teams: Teams = field(default_factory=Teams)

    @property
    def app(self) -> Flask:
        return self.hall.app

    @property
    def session_id(self) -> str:
        return self.hall.session_id

    def place(self, number: int = 1, round_number: int = 1) -> str:
        return self.hall.place(number, round_number)

    def named(self, what: str) -> str:
        """Give the id of something that each world has one of; several worlds may stand in one database."""
        return f"{what}-{self.session_id}"

    def actors(self) -> dict[str, Actor]:
        """Give one actor for every way to stand towards table 1 of this hall."""
        return {
            "nobody": NOBODY,
            "guest": self.hall.guest(5),
            "host": self.hall.guest(0),
            "former host": self.hall.guest(2),
            "host of another table": self.hall.guest(1),
            "organiser": self.hall.organiser,
            "wall": Actor(wall_of=(self.session_id,)),
            "server": SERVER,
            "guest elsewhere": self.other.guest(5),
            "host elsewhere": self.other.guest(0),
            "organiser elsewhere": self.other.organiser,
            "wall elsewhere": Actor(wall_of=(self.other.session_id,)),
            **self.teams.actors(),
        }


def make_world(app: Flask) -> World:
    """Make two halls, the first in its first round with notes, a summary, ideas and a call for help."""
    hall, other = make_hall(app), make_hall(app)
    world = World(hall, other, new_key(), new_key(), new_key())
    for _ in range(3):
        hall.advance()
    host, guest = hall.guest(0), hall.guest(5)
    place, sid = hall.place(1), hall.session_id
    for cohost in (hall.attendees[2], None):
        both = session.AssignHost(
            session_id=sid, table_id=hall.tables[0], host_id=hall.attendees[0], cohost_id=cohost
        )
        hall.do(both)
    for note in (world.note, world.binned):
        hall.do(table.AddNote(session_id=sid, table_round_id=place, note_id=note, text="Æ note"), host)
    hall.do(table.DeleteNote(session_id=sid, note_id=world.binned), host)
    hall.do(table.WriteSummary(session_id=sid, table_round_id=place, base_version=0, text="So"), host)
    hall.do(table.ShowSummary(session_id=sid, table_round_id=place, version=1), host)
    hall.do(guests.Nod(session_id=sid, table_round_id=place, answer=guests.NodAnswer.YES), guest)
    hall.do(guests.AskForHelp(session_id=sid, help_id=world.help_call, kind=guests.HelpKind.SOMEONE), guest)
    hall.do(guests.SendIdea(session_id=sid, table_round_id=place, idea_id=new_key(), text="Signed"), guest)
    anonymous = guests.SendIdea(
        session_id=sid, table_round_id=place, idea_id=new_key(), text="Not signed", anonymous=True
    )
    hall.do(anonymous, guest)
    hall.do(
        table.MarkVisit(session_id=sid, table_round_id=place, attendee_id=hall.attendees[5], here=True), host
    )
    hall.do(table.MarkPresence(session_id=sid, attendee_id=hall.attendees[0], connected=True), SERVER)
    hall.do(rounds.Announce(session_id=sid, text="Coffee at three"))
    hall.do(
        texts.WriteConsolidated(session_id=sid, topic_id=hall.topics[0], base_version=0, text="All in all")
    )
    with_a_board(world)
    with_conclusions(world)
    _suggested(world)
    with_teams(world)
    with_plans(world)
    with_waves(world)
    with_life(world)
    with_sharing(world)
    with_indicators(world)
    with_reports(world)
    _say_kind(app, hall.participants[5], gatherings.Kind.RELATIVE)
    hall.do(wishes.AskForCompany(session_id=sid, wanted=True), guest)
    world.wish = str(hall.do(_wish_for_a_topic(hall))["wish_id"])
    _somebody_waits_for_a_chair(world)
    world.invitation = _link(app, hall, people.Purpose.INVITATION)
    world.sign_in = _link(app, hall, people.Purpose.SIGN_IN)
    return world


@pytest.fixture(scope="session")
def made_world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """Make the world once, in a file that each test gets a copy of."""
    file = tmp_path_factory.mktemp("world") / "cafe.db"
    app = app_on(f"sqlite:///{file}")
    world = make_world(app)
    forget(app)
    return file, world


@pytest.fixture
def world(made_world: tuple[Path, World], tmp_path: Path) -> Iterator[World]:
    """Give a world of one's own."""
    file, made = made_world
    copy = tmp_path / "cafe.db"
    shutil.copy(file, copy)
    app = app_on(f"sqlite:///{copy}", with_tables=False)
    yield replace(made, hall=replace(made.hall, app=app), other=replace(made.other, app=app))
    forget(app)


def _link(app: Flask, hall: Hall, purpose: people.Purpose) -> str:
    from cafe.clock import now_ms
    from cafe.db import unit_of_work
    from cafe.people.actions import issue_link

    with app.app_context(), unit_of_work() as open_session:
        return issue_link(open_session, purpose, str(hall.organiser.user_id), now_ms() + 1_000_000)


def _say_kind(app: Flask, participant_id: str, kind: gatherings.Kind) -> None:
    """Let somebody have said their background when they came."""
    from cafe.db import unit_of_work
    from cafe.gatherings.model import Participant

    with app.app_context(), unit_of_work() as open_session:
        open_session.get_one(Participant, participant_id).kind = kind


def _wish_for_a_topic(hall: Hall) -> wishes.AddWish:
    return wishes.AddWish(
        session_id=hall.session_id,
        kind=wishes.WishKind.MUST_VISIT,
        attendee_id=hall.attendees[7],
        topic_id=hall.topics[0],
    )


def _asks_for_a_plan(world: World) -> None:
    asked(world.hall, key=PROPOSAL)


def _has_a_plan(world: World) -> None:
    found_here(world.hall, key=PROPOSAL, seed=9)


def harvested(world: World) -> None:
    """Take the first hall past its last round."""
    while phase_of(world.hall) in {"running", "switching"}:
        world.hall.advance()


def bundled(world: World) -> None:
    """Take the first hall past its last round, where the hosts have begun to merge notes."""
    harvested(world)
    bundle = hosts.BundleNotes(
        **_about(world), bundle_id=world.named(BUNDLE), note_ids=(world.note,), text="One for all"
    )
    world.hall.do(bundle, world.hall.guest(0))


def _report_file(world: World, key: str) -> report.MakeReportFile:
    pdf, nynorsk = report.FileFormat.PDF, report.FileLanguage.NYNORSK
    return report.MakeReportFile(session_id=world.session_id, file_id=key, format=pdf, language=nynorsk)


def _making_a_file(world: World) -> None:
    world.hall.do(_report_file(world, REPORT_FILE))


def _search(world: World, key: str) -> suggestions.SuggestThemes:
    return suggestions.SuggestThemes(session_id=world.session_id, run_id=key)


def _searching(world: World) -> None:
    world.hall.do(_search(world, SEARCH))


def _suggested(world: World) -> None:
    """Propose to read two notes of the first table as one."""
    world.twin = new_key()
    world.hall.do(
        table.AddNote(
            session_id=world.session_id,
            table_round_id=world.place(),
            note_id=world.twin,
            text="The same again",
            position=9,
        ),
        world.hall.guest(0),
    )
    world.suggestion = the_same(world.hall, world.note, world.twin)


def _about(world: World) -> dict[str, str]:
    """Give what says that something is about the first topic."""
    return {"session_id": world.session_id, "topic_id": world.hall.topics[0]}


def people_choose(world: World, mode: session.Mode = session.Mode.FREE_CHOICE) -> None:
    """Make the first hall one where people choose their table, in the middle of the round."""
    from cafe.db import unit_of_work
    from cafe.dialogue.model import CafeSession

    with world.app.app_context(), unit_of_work() as open_session:
        open_session.get_one(CafeSession, world.session_id).mode = mode


def _somebody_waits_for_a_chair(world: World) -> None:
    people_choose(world)
    world.hall.do(choosing.CountChairs(session_id=world.session_id), SERVER)
    for number in (1, 2):  # at one of the two they sit
        wait = choosing.WaitForChair(session_id=world.session_id, table_round_id=world.place(number))
        world.hall.do(wait, world.hall.guest(5))
    people_choose(world, session.Mode.TOPIC_PER_TABLE)


def people_vote(world: World) -> None:
    """Take the first hall past its last round: one vote is closed and on the wall, one open, one prepared."""
    harvested(world)
    hall_votes(world.hall)


def _no_vote_open(world: World) -> None:
    people_vote(world)
    world.hall.do(voting.CloseBallot(session_id=world.session_id, ballot_id=OPEN))


def published(world: World) -> None:
    """Take the first hall to its published page."""
    approved(world)
    world.hall.do(publication.Publish(session_id=world.session_id, title="What we said"))


def approved(world: World) -> None:
    """Take the first hall past its last round, with merged notes and an approved summary."""
    bundled(world)
    world.hall.do(
        texts.ApproveConsolidated(
            session_id=world.session_id, topic_id=world.hall.topics[0], version=1, without_hosts=True
        )
    )


Sample = Callable[[World], Command]
ABOUT_ONESELF = {
    "rename",
    "sit_out",
    "take_seat",
    "choose_table",
    "wait_for_chair",
    "stop_waiting",
    "ask_for_help",
    "withdraw_help",
    "send_idea",
    "nod",
    "ask_for_company",
    "cast_dots",
    "commit_oneself",
    "change_commitment",
    "answer_evaluation",
}
"""The commands by which somebody says something about themselves: they need a place of their own."""


def samples() -> dict[str, tuple[Sample, Callable[[World], None] | None]]:
    """Give, for every command, a valid sample and what has to happen in the world first."""

    def step(w: World) -> int:
        return w.hall.step()

    def paused(w: World) -> None:
        w.hall.do(rounds.Pause(session_id=w.session_id, from_step=step(w)))

    def without_the_wish(w: World) -> None:
        w.hall.do(wishes.RemoveWish(session_id=w.session_id, wish_id=w.wish))

    everything: tuple[tuple[str, Sample, Callable[[World], None] | None], ...] = (
        (
            "add_user",
            lambda w: people.AddUser(
                new_user_id=new_key(), email="a@example.org", display_name="A", password=PASSWORD
            ),
            None,
        ),
        (
            "invite_organiser",
            lambda w: gatherings.InviteOrganiser(
                gathering_id=w.hall.gathering_id,
                new_user_id=new_key(),
                email="new@example.org",
                display_name="New",
                secret=new_secret(),
            ),
            None,
        ),
        (
            "hand_out_cards",
            lambda w: gatherings.HandOutCards(
                gathering_id=w.hall.gathering_id,
                cards=(gatherings.Card(id=w.hall.participants[5], secret=new_secret()),),
            ),
            None,
        ),
        (
            "register_people",
            lambda w: gatherings.RegisterPeople(
                gathering_id=w.hall.gathering_id, people=(gatherings.PersonDraft(display_name="P"),)
            ),
            None,
        ),
        (
            "hand_over_place",
            lambda w: door.HandOverPlace(
                session_id=w.session_id, attendee_id=w.hall.attendees[5], secret=new_secret()
            ),
            None,
        ),
        ("sign_in_by_link", lambda w: people.SignInByLink(secret=w.sign_in), None),
        ("choose_password", lambda w: people.ChoosePassword(secret=w.invitation, password=PASSWORD), None),
        (
            "create_gathering",
            lambda w: gatherings.CreateGathering(new_gathering_id=new_key(), network="N", title="T"),
            None,
        ),
        (
            "change_gathering",
            lambda w: gatherings.ChangeGathering(gathering_id=w.hall.gathering_id, title="T"),
            None,
        ),
        (
            "add_organisation",
            lambda w: gatherings.AddOrganisation(gathering_id=w.hall.gathering_id, title="O"),
            None,
        ),
        (
            "register_participant",
            lambda w: gatherings.RegisterParticipant(
                gathering_id=w.hall.gathering_id, participant_id=new_key(), display_name="P"
            ),
            None,
        ),
        (
            "join_gathering",
            lambda w: gatherings.JoinGathering(
                gathering_id=w.hall.gathering_id, participant_id=new_key(), display_name="J"
            ),
            None,
        ),
        (
            "create_session",
            lambda w: session.CreateSession(
                gathering_id=w.hall.gathering_id, new_session_id=new_key(), title="S"
            ),
            None,
        ),
        ("change_session", lambda w: session.ChangeSession(session_id=w.session_id, title="New"), None),
        (
            "set_topics",
            lambda w: session.SetTopics(
                session_id=w.session_id,
                topics=tuple(session.TopicDraft(id=t, title="T") for t in [*w.hall.topics, new_key()]),
            ),
            None,
        ),
        (
            "set_rounds",
            lambda w: session.SetRounds(
                session_id=w.session_id,
                rounds=(
                    session.RoundDraft(),
                    session.RoundDraft(minutes=5),
                    session.RoundDraft(),
                    session.RoundDraft(),
                ),
            ),
            None,
        ),
        (
            "set_tables",
            lambda w: session.SetTables(
                session_id=w.session_id,
                tables=tuple(
                    session.TableDraft(id=t, seats=9, topic_id=w.hall.topics[0])
                    for t in [*w.hall.tables, new_key()]
                ),
            ),
            None,
        ),
        (
            "assign_host",
            lambda w: session.AssignHost(
                session_id=w.session_id,
                table_id=w.hall.tables[0],
                host_id=w.hall.attendees[7],
                cohost_id=w.hall.attendees[0],
            ),
            None,
        ),
        (
            "add_attendee",
            lambda w: session.AddAttendee(
                session_id=w.session_id, attendee_id=new_key(), display_name="Late"
            ),
            None,
        ),
        (
            "set_arrival",
            lambda w: session.SetArrival(
                session_id=w.session_id, attendee_id=w.hall.attendees[6], arrival=session.Arrival.AWAY
            ),
            None,
        ),
        (
            "free_chairs",
            lambda w: door.FreeChairs(
                session_id=w.session_id, attendee_ids=tuple(w.hall.attendees[6:8]), free=True
            ),
            None,
        ),
        ("plan_seats", lambda w: session.PlanSeats(session_id=w.session_id, seed=7), None),
        (
            "move_seat",
            lambda w: session.MoveSeat(
                session_id=w.session_id, attendee_id=w.hall.attendees[6], round=3, table_id=None
            ),
            None,
        ),
        (
            "swap_seats",
            lambda w: proposals.SwapSeats(
                session_id=w.session_id,
                round=3,
                attendee_id=w.hall.attendees[6],
                other_id=w.hall.attendees[7],
            ),
            None,
        ),
        (
            "propose_seats",
            lambda w: proposals.ProposeSeats(session_id=w.session_id, new_proposal_id=new_key()),
            None,
        ),
        (
            "cancel_proposal",
            lambda w: proposals.CancelProposal(session_id=w.session_id, proposal_id=PROPOSAL),
            _asks_for_a_plan,
        ),
        (
            "use_proposal",
            lambda w: proposals.UseProposal(
                session_id=w.session_id, proposal_id=PROPOSAL, way=proposals.Way.NEW_FACES
            ),
            _has_a_plan,
        ),
        ("add_wish", lambda w: _wish_for_a_topic(w.hall), without_the_wish),
        ("remove_wish", lambda w: wishes.RemoveWish(session_id=w.session_id, wish_id=w.wish), None),
        (
            "sit_out_for",
            lambda w: wishes.SitOutFor(
                session_id=w.session_id, attendee_id=w.hall.attendees[6], round=3, out=True
            ),
            None,
        ),
        (
            "pin_seat",
            lambda w: wishes.PinSeat(
                session_id=w.session_id, attendee_id=w.hall.attendees[6], round=3, pinned=True
            ),
            None,
        ),
        ("advance", lambda w: rounds.Advance(session_id=w.session_id, from_step=step(w)), None),
        (
            "finish",
            lambda w: rounds.Finish(session_id=w.session_id, from_step=step(w), phase=rounds.Ending.HARVEST),
            None,
        ),
        ("pause", lambda w: rounds.Pause(session_id=w.session_id, from_step=step(w)), None),
        ("resume", lambda w: rounds.Resume(session_id=w.session_id, from_step=step(w)), paused),
        ("extend", lambda w: rounds.Extend(session_id=w.session_id, from_step=step(w), minutes=5), None),
        ("announce", lambda w: rounds.Announce(session_id=w.session_id, text="Lunch"), None),
        (
            "answer_help",
            lambda w: rounds.AnswerHelp(
                session_id=w.session_id, help_id=w.help_call, state=rounds.HelpState.TAKEN
            ),
            None,
        ),
        ("rename", lambda w: guests.Rename(session_id=w.session_id, display_name="Alias"), None),
        ("sit_out", lambda w: guests.SitOut(session_id=w.session_id, round=2, out=True), None),
        (
            "choose_table",
            lambda w: choosing.ChooseTable(session_id=w.session_id, table_round_id=w.place(2)),
            people_choose,
        ),
        (
            "wait_for_chair",
            lambda w: choosing.WaitForChair(session_id=w.session_id, table_round_id=w.place(2)),
            people_choose,
        ),
        ("stop_waiting", lambda w: choosing.StopWaiting(session_id=w.session_id), None),
        ("take_seat", lambda w: guests.TakeSeat(session_id=w.session_id, table_round_id=w.place(2)), None),
        (
            "ask_for_help",
            lambda w: guests.AskForHelp(
                session_id=w.session_id, help_id=new_key(), kind=guests.HelpKind.TABLE
            ),
            None,
        ),
        ("withdraw_help", lambda w: guests.WithdrawHelp(session_id=w.session_id, help_id=w.help_call), None),
        (
            "send_idea",
            lambda w: guests.SendIdea(
                session_id=w.session_id, table_round_id=w.place(), idea_id=new_key(), text="I"
            ),
            None,
        ),
        (
            "nod",
            lambda w: guests.Nod(
                session_id=w.session_id,
                table_round_id=w.place(),
                answer=guests.NodAnswer.CHANGE,
                comment="Not so",
            ),
            None,
        ),
        (
            "ask_for_company",
            lambda w: wishes.AskForCompany(session_id=w.session_id, wanted=False),
            None,
        ),
        (
            "add_note",
            lambda w: table.AddNote(
                session_id=w.session_id, table_round_id=w.place(), note_id=new_key(), text="N"
            ),
            None,
        ),
        (
            "edit_note",
            lambda w: table.EditNote(session_id=w.session_id, note_id=w.note, base_version=1, text="Other"),
            None,
        ),
        (
            "mark_note",
            lambda w: table.MarkNote(
                session_id=w.session_id,
                note_id=w.note,
                kind=table.NoteKind.QUOTE,
                source=table.NoteSource.RELATIVE,
            ),
            None,
        ),
        ("move_note", lambda w: table.MoveNote(session_id=w.session_id, note_id=w.note, position=4.5), None),
        ("delete_note", lambda w: table.DeleteNote(session_id=w.session_id, note_id=w.note), None),
        ("restore_note", lambda w: table.RestoreNote(session_id=w.session_id, note_id=w.binned), None),
        (
            "write_summary",
            lambda w: table.WriteSummary(
                session_id=w.session_id, table_round_id=w.place(), base_version=1, text="New"
            ),
            None,
        ),
        (
            "show_summary",
            lambda w: table.ShowSummary(session_id=w.session_id, table_round_id=w.place(), version=1),
            None,
        ),
        (
            "approve_summary",
            lambda w: table.ApproveSummary(session_id=w.session_id, table_round_id=w.place(), version=1),
            None,
        ),
        (
            "mark_visit",
            lambda w: table.MarkVisit(
                session_id=w.session_id, table_round_id=w.place(), attendee_id=w.hall.attendees[6], here=True
            ),
            None,
        ),
        (
            "mark_missing",
            lambda w: table.MarkMissing(
                session_id=w.session_id,
                table_round_id=w.place(),
                attendee_id=w.hall.attendees[0],
                missing=True,
            ),
            None,
        ),
        (
            "mark_presence",
            lambda w: table.MarkPresence(
                session_id=w.session_id, attendee_id=w.hall.attendees[0], connected=False
            ),
            None,
        ),
        ("count_chairs", lambda w: choosing.CountChairs(session_id=w.session_id), people_choose),
        ("release_ideas", lambda w: table.ReleaseIdeas(session_id=w.session_id), None),
        (
            "prepare_ballot",
            lambda w: voting.PrepareBallot(
                session_id=w.session_id,
                ballot_id=DRAFT,
                question="Which?",
                dots=2,
                stacked=True,
                theme_ids=themes_of(w.hall),
            ),
            people_vote,
        ),
        (
            "open_ballot",
            lambda w: voting.OpenBallot(session_id=w.session_id, ballot_id=DRAFT),
            _no_vote_open,
        ),
        (
            "close_ballot",
            lambda w: voting.CloseBallot(session_id=w.session_id, ballot_id=OPEN),
            people_vote,
        ),
        (
            "show_on_wall",
            lambda w: voting.ShowOnWall(session_id=w.session_id, ballot_id=CLOSED, shown=False),
            people_vote,
        ),
        (
            "remove_ballot",
            lambda w: voting.RemoveBallot(session_id=w.session_id, ballot_id=DRAFT),
            people_vote,
        ),
        (
            "cast_dots",
            lambda w: voting.CastDots(session_id=w.session_id, ballot_id=OPEN, dots=a_dot(w.hall)),
            people_vote,
        ),
        (
            "enter_dots",
            lambda w: voting.EnterDots(
                session_id=w.session_id,
                ballot_id=OPEN,
                table_id=w.hall.tables[0],
                people=1,
                dots=a_dot(w.hall),
            ),
            people_vote,
        ),
        ("count_votes", lambda w: voting.CountVotes(session_id=w.session_id), people_vote),
        (
            "write_consolidated",
            lambda w: texts.WriteConsolidated(
                session_id=w.session_id, topic_id=w.hall.topics[0], base_version=1, text="Other"
            ),
            None,
        ),
        (
            "approve_consolidated",
            lambda w: texts.ApproveConsolidated(
                session_id=w.session_id, topic_id=w.hall.topics[0], version=1, without_hosts=True
            ),
            None,
        ),
        (
            "approve_by_hosts",
            lambda w: hosts.ApproveByHosts(session_id=w.session_id, topic_id=w.hall.topics[0], version=1),
            harvested,
        ),
        (
            "mark_important",
            lambda w: hosts.MarkImportant(**_about(w), note_id=w.note, important=True),
            harvested,
        ),
        (
            "leave_out",
            lambda w: hosts.LeaveOut(**_about(w), note_id=w.note, left_out=True, reason="Said twice"),
            harvested,
        ),
        (
            "bundle_notes",
            lambda w: hosts.BundleNotes(
                **_about(w), bundle_id=new_key(), note_ids=(w.note, w.binned), text="Both"
            ),
            harvested,
        ),
        (
            "add_to_bundle",
            lambda w: hosts.AddToBundle(**_about(w), bundle_id=w.named(BUNDLE), note_ids=(w.binned,)),
            bundled,
        ),
        (
            "take_out_of_bundle",
            lambda w: hosts.TakeOutOfBundle(**_about(w), note_ids=(w.note,)),
            bundled,
        ),
        (
            "take_bundle_apart",
            lambda w: hosts.TakeBundleApart(**_about(w), bundle_id=w.named(BUNDLE)),
            bundled,
        ),
        (
            "write_bundle",
            lambda w: hosts.WriteBundle(
                **_about(w), bundle_id=w.named(BUNDLE), base_version=1, text="Another"
            ),
            bundled,
        ),
        ("suggest_themes", lambda w: _search(w, new_key()), None),
        (
            "cancel_suggestions",
            lambda w: suggestions.CancelSuggestions(session_id=w.session_id, run_id=SEARCH),
            _searching,
        ),
        (
            "dismiss_suggestion",
            lambda w: suggestions.DismissSuggestion(session_id=w.session_id, suggestion_id=w.suggestion),
            None,
        ),
        (
            "bundle_suggestion",
            lambda w: suggestions.BundleSuggestion(
                session_id=w.session_id,
                suggestion_id=w.suggestion,
                bundle_id=new_key(),
                note_ids=(w.note, w.twin),
                text="Both",
            ),
            None,
        ),
        ("make_report_file", lambda w: _report_file(w, new_key()), None),
        (
            "cancel_report_file",
            lambda w: report.CancelReportFile(session_id=w.session_id, file_id=REPORT_FILE),
            _making_a_file,
        ),
        *board_samples(),
        *conclusion_samples(),
        *gathering_samples(),
        *team_samples(),
        *reminder_samples(),
        *compass_samples(),
        *plan_samples(),
        *life_samples(),
        *sharing_samples(),
        *indicator_samples(),
        *report_samples(),
        *goal_samples(),
        ("publish", lambda w: publication.Publish(session_id=w.session_id, title="P"), approved),
        ("unpublish", lambda w: publication.Unpublish(session_id=w.session_id), published),
    )
    return {name: (make, first) for name, make, first in everything}
