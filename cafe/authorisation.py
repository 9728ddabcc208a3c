"""Who may do what: every command and every route stands here, by role relative to the thing asked for.

A role is never absolute: an organiser of another gathering is no organiser here, a host of another table
no host here. What is not listed is refused, and a test built from the registries fails on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.commands import Command
from cafe.errors import NotAllowed

ANYONE, USER, GUEST, HOST, FORMER_HOST, HARVESTER, ORGANISER, WALL, SERVER = Role  # in its order
Roles = frozenset[Role]


def may(*roles: Role) -> Roles:
    """List who may; the server itself always may."""
    return frozenset({*roles, SERVER})


COMMANDS: dict[str, Roles] = {
    # accounts
    "add_user": may(),
    "choose_password": may(ANYONE),  # the secret of the invitation is the right to do it
    "sign_in_by_link": may(ANYONE),  # the same
    # gatherings
    "create_gathering": may(USER),
    "change_gathering": may(ORGANISER),
    "add_organisation": may(ORGANISER),
    "register_participant": may(ORGANISER),
    "register_people": may(ORGANISER),
    "invite_organiser": may(ORGANISER),
    "hand_out_cards": may(ORGANISER),
    "join_gathering": may(ANYONE),  # the view has checked the code or the QR's secret
    # a session's shape and people
    "create_session": may(ORGANISER),
    "change_session": may(ORGANISER),
    "set_topics": may(ORGANISER),
    "set_rounds": may(ORGANISER),
    "set_tables": may(ORGANISER),
    "assign_host": may(ORGANISER),
    "add_attendee": may(ORGANISER),
    "set_arrival": may(ORGANISER),
    "free_chairs": may(ORGANISER),
    "hand_over_place": may(ORGANISER),
    "plan_seats": may(ORGANISER),
    "move_seat": may(ORGANISER),
    "swap_seats": may(ORGANISER),
    "propose_seats": may(ORGANISER),
    "cancel_proposal": may(ORGANISER),
    "use_proposal": may(ORGANISER),
    "add_wish": may(ORGANISER),
    "remove_wish": may(ORGANISER),
    "sit_out_for": may(ORGANISER),
    "pin_seat": may(ORGANISER),
    # a session's clock
    "advance": may(ORGANISER),
    "finish": may(ORGANISER),
    "pause": may(ORGANISER),
    "resume": may(ORGANISER),
    "extend": may(ORGANISER),
    "announce": may(ORGANISER),
    "answer_help": may(ORGANISER),
    # guests
    "rename": may(GUEST),
    "sit_out": may(GUEST),
    "take_seat": may(GUEST),
    "ask_for_help": may(GUEST),
    "withdraw_help": may(GUEST),
    "send_idea": may(GUEST),
    "nod": may(GUEST),
    "choose_table": may(GUEST),
    "wait_for_chair": may(GUEST),
    "stop_waiting": may(GUEST),
    "ask_for_company": may(GUEST),
    # tables; what a former host wrote is taken in for a while, marked, and changes nothing that stands
    "add_note": may(HOST, FORMER_HOST, ORGANISER),
    "edit_note": may(HOST, FORMER_HOST, ORGANISER),
    "mark_note": may(HOST, ORGANISER),
    "move_note": may(HOST, ORGANISER),
    "delete_note": may(HOST, ORGANISER),
    "restore_note": may(HOST, ORGANISER),
    "write_summary": may(HOST, FORMER_HOST, ORGANISER),
    "show_summary": may(HOST, ORGANISER),
    "approve_summary": may(HOST, ORGANISER),
    "mark_visit": may(HOST, ORGANISER),
    "mark_missing": may(HOST, ORGANISER),
    "mark_presence": may(),
    "release_ideas": may(),
    "count_chairs": may(),
    # votes
    "prepare_ballot": may(ORGANISER),
    "open_ballot": may(ORGANISER),
    "close_ballot": may(ORGANISER),
    "show_on_wall": may(ORGANISER),
    "remove_ballot": may(ORGANISER),
    "cast_dots": may(GUEST),
    "enter_dots": may(HOST, ORGANISER),
    "count_votes": may(),
    # harvest
    "write_consolidated": may(HARVESTER, ORGANISER),
    "approve_consolidated": may(ORGANISER),
    "approve_by_hosts": may(HARVESTER),
    "mark_important": may(HARVESTER, ORGANISER),
    "leave_out": may(HARVESTER, ORGANISER),
    "bundle_notes": may(HARVESTER, ORGANISER),
    "add_to_bundle": may(HARVESTER, ORGANISER),
    "take_out_of_bundle": may(HARVESTER, ORGANISER),
    "take_bundle_apart": may(HARVESTER, ORGANISER),
    "write_bundle": may(HARVESTER, ORGANISER),
    # the board
    "create_theme": may(ORGANISER),
    "rename_theme": may(ORGANISER),
    "place_notes": may(ORGANISER),
    "unplace_notes": may(ORGANISER),
    "split_theme": may(ORGANISER),
    "merge_themes": may(ORGANISER),
    "take_theme_apart": may(ORGANISER),
    "remove_theme": may(ORGANISER),
    "restore_theme": may(ORGANISER),
    "move_theme": may(ORGANISER),
    "undo_step": may(ORGANISER),
    "suggest_themes": may(ORGANISER),
    "cancel_suggestions": may(ORGANISER),
    "dismiss_suggestion": may(ORGANISER),
    "bundle_suggestion": may(ORGANISER),
    "write_conclusion": may(ORGANISER),
    "rest_on": may(ORGANISER),
    "approve_conclusion_by_hosts": may(HARVESTER),
    "approve_conclusion": may(ORGANISER),
    "remove_conclusion": may(ORGANISER),
    "restore_conclusion": may(ORGANISER),
    "move_conclusion": may(ORGANISER),
    "set_next_step": may(ORGANISER),
    "remove_next_step": may(ORGANISER),
    "look_at": may(ORGANISER),
    "publish": may(ORGANISER),
    "unpublish": may(ORGANISER),
    "make_report_file": may(ORGANISER),
    "cancel_report_file": may(ORGANISER),
}

ROUTES: dict[str, Roles] = {
    "site.static_file": may(ANYONE),
    "site.service_worker": may(ANYONE),
    "site.service_worker_assets": may(ANYONE),
    "site.manifest": may(ANYONE),
    "site.healthz": may(ANYONE),
    "site.readyz": may(ANYONE),
    "site.language": may(ANYONE),
    "site.accessibility": may(ANYONE),
    "people.sign_in": may(ANYONE),
    "people.sign_out": may(ANYONE),
    "people.leaving": may(ANYONE),
    "people.leave": may(ANYONE),  # what is ended is what the browser itself shows
    "people.invitation": may(ANYONE),
    "people.by_link": may(ANYONE),
    "gatherings.front": may(ANYONE),
    "gatherings.enter_code": may(ANYONE),
    "gatherings.scanned": may(ANYONE),
    "gatherings.enter_secret": may(ANYONE),
    "gatherings.name_page": may(ANYONE),  # the signed cookie says which gathering a right code has opened
    "gatherings.join": may(ANYONE),
    "gatherings.newest_place": may(ANYONE),
    "gatherings.place": may(GUEST),
    "gatherings.other_phone": may(GUEST),
    "gatherings.make_transfer_code": may(GUEST),
    "people.ticket_link": may(ANYONE),
    "people.use_ticket_link": may(ANYONE),  # the link's secret is the right to do it
    "people.wall_link": may(ANYONE),
    "people.use_wall_link": may(ANYONE),
    "gatherings.index": may(USER),
    "gatherings.new": may(USER),
    "gatherings.show": may(ORGANISER),
    "gatherings.qr": may(ORGANISER),
    "gatherings.change": may(ORGANISER),
    "gatherings.invite": may(ORGANISER),
    "gatherings.add_person": may(ORGANISER),
    "gatherings.import_people": may(ORGANISER),
    "dialogue.new": may(ORGANISER),
    "dialogue.prepare": may(ORGANISER),
    "dialogue.save_shape": may(ORGANISER),
    "dialogue.save_manner": may(ORGANISER),
    "dialogue.save_topics": may(ORGANISER),
    "dialogue.save_rounds": may(ORGANISER),
    "dialogue.save_tables": may(ORGANISER),
    "dialogue.seats": may(ORGANISER),
    "dialogue.swap": may(ORGANISER),
    "dialogue.unpin": may(ORGANISER),
    "dialogue.propose": may(ORGANISER),
    "dialogue.proposal": may(ORGANISER),
    "dialogue.plan_progress": may(ORGANISER),
    "dialogue.cancel_plan": may(ORGANISER),
    "dialogue.use_plan": may(ORGANISER),
    "dialogue.mixing": may(ORGANISER),
    "dialogue.move_by_hand": may(ORGANISER),
    "dialogue.wishes": may(ORGANISER),
    "dialogue.add_wish": may(ORGANISER),
    "dialogue.take_wish_back": may(ORGANISER),
    "dialogue.bring_wish_again": may(ORGANISER),
    "dialogue.cards": may(ORGANISER),
    "dialogue.sheets_on_paper": may(ORGANISER),
    "dialogue.names_on_paper": may(ORGANISER),
    "dialogue.rows": may(GUEST, ORGANISER, WALL),  # the view asks for what `join` asks for
    "dialogue.guest": may(GUEST),
    "dialogue.own_desk": may(GUEST),
    "dialogue.desk": may(GUEST, ORGANISER),  # the view asks for the host of this very table
    "dialogue.earlier_note_texts": may(HOST, ORGANISER),
    "dialogue.earlier_summary_texts": may(HOST, ORGANISER),
    "dialogue.wall": may(WALL, ORGANISER),
    "dialogue.wall_qr": may(WALL, ORGANISER),
    "dialogue.run": may(ORGANISER),
    "dialogue.door": may(ORGANISER),
    "dialogue.new_phone": may(ORGANISER),
    "dialogue.make_new_phone_link": may(ORGANISER),
    "harvest.harvest_page": may(ORGANISER),
    "harvest.votes": may(ORGANISER),
    "harvest.search": may(GUEST, ORGANISER),  # the view asks for those who harvest a topic
    "harvest.preview": may(ORGANISER),
    "harvest.board": may(ORGANISER),
    "harvest.earlier_texts": may(ORGANISER),
    "harvest.report": may(ORGANISER),
    "harvest.report_export": may(ORGANISER),
    "harvest.make_report_file": may(ORGANISER),
    "harvest.report_file_page": may(ORGANISER),
    "harvest.report_file_progress": may(ORGANISER),
    "harvest.cancel_report_file": may(ORGANISER),
    "harvest.fetch_report_file": may(ORGANISER),
    "harvest.together": may(GUEST, ORGANISER),  # the view asks for who hosts tables
    "harvest.earlier_texts_together": may(GUEST, ORGANISER),  # the view asks for who harvests the topic
    "harvest.preview_together": may(GUEST, ORGANISER),  # the same
    "harvest.export": may(ORGANISER),
    "harvest.conclusions": may(ORGANISER),
    "harvest.earlier_conclusions": may(ORGANISER),
    "harvest.passages": may(ORGANISER),
    "harvest.published": may(ANYONE),  # the view asks who may read what is for a network alone
    "harvest.published_file": may(ANYONE),  # the same
    "harvest.published_edition": may(ANYONE),  # the same
    "harvest.published_tables": may(ANYONE),  # the same
    "harvest.published_table": may(ANYONE),  # the same
}

# Gives the roles an actor has towards what a mapping of ids names ("session_id", "table_id" …).
RoleFinder = Callable[[Session, Actor, Mapping[str, Any]], Roles]
_finders: dict[str, RoleFinder] = {}


def finds_roles(key: str) -> Callable[[RoleFinder], RoleFinder]:
    """Register how the roles towards the thing named by `key` are found, by the domain that owns it."""

    def decorate(finder: RoleFinder) -> RoleFinder:
        _finders[key] = finder
        return finder

    return decorate


def roles_towards(session: Session, actor: Actor, target: Mapping[str, Any]) -> Roles:
    """Give every role `actor` has towards what `target` names."""
    roles = actor.base_roles
    for key, finder in _finders.items():
        if target.get(key) is not None:
            roles |= finder(session, actor, target)
    return roles


def require_command(session: Session, actor: Actor, command: Command) -> Roles:
    """Refuse a command whose actor has none of the roles it takes; give the roles otherwise."""
    roles = roles_towards(session, actor, command.__dict__)
    if not roles & COMMANDS.get(command.name, frozenset()):
        raise NotAllowed
    return roles


def anyone_may_open(endpoint: str) -> bool:
    """Tell whether a page is open to all, so that nobody has to be asked who they are."""
    return ANYONE in ROUTES.get(endpoint, frozenset())


def may_only_guests(endpoint: str) -> bool:
    """Tell whether a page is for guests alone: a code opens it, no account does."""
    return ROUTES.get(endpoint, frozenset()) == may(GUEST)


def require_route(session: Session, actor: Actor, endpoint: str, target: Mapping[str, Any]) -> Roles:
    """Refuse a page whose visitor has none of the roles it takes; give the roles otherwise."""
    roles = roles_towards(session, actor, target)
    if not roles & ROUTES.get(endpoint, frozenset()):
        raise NotAllowed
    return roles
