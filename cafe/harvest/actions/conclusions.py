"""What happens when something is asked of conclusions."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.dialogue.actions.found import cafe_of
from cafe.dialogue.actions.texts import Edit, change
from cafe.dialogue.model import CafeSession, Topic
from cafe.errors import BadInput, NotFound, TooLate
from cafe.harvest.commands.conclusions import (
    ApproveConclusion,
    ApproveConclusionByHosts,
    MoveConclusion,
    RemoveConclusion,
    RestOn,
    RestoreConclusion,
    WriteConclusion,
)
from cafe.harvest.model import Basis, Conclusion, ConclusionVersion, Theme
from cafe.harvest.queries.conclusions import has_hosts_to_ask, whole_of
from cafe.harvest.queries.texts import uncitable
from cafe.harvest.whole import joined, parted
from cafe.i18n import lazy
from cafe.perform import Result, action


@action(WriteConclusion)
def write_conclusion(session: Session, _actor: Actor, command: WriteConclusion, now: int) -> Result:
    """Begin or edit a conclusion; nothing two people wrote at once is dropped."""
    cafe = cafe_of(session, command.session_id)
    _check_topic(session, cafe, command.topic_id)
    found = session.get(Conclusion, command.conclusion_id)
    conclusion = found or _begun(session, cafe, command)
    if conclusion.session_id != cafe.id:
        raise NotFound
    if command.base_version == conclusion.version and conclusion.topic_id != command.topic_id:
        conclusion.topic_id = command.topic_id
        _open_again(conclusion)
    whole = whole_of(conclusion)
    sent = joined(command.title, command.text)
    edit = Edit(command_id=command.id, base_version=command.base_version, text=sent)
    changed = change(session, whole, ConclusionVersion, edit, now)
    conclusion.title, conclusion.text = parted(whole.text)
    conclusion.version, conclusion.changed_by_both = whole.version, whole.changed_by_both
    if changed.text:
        _open_again(conclusion)
    return {"version": conclusion.version, "merged": changed.both}


@action(RestOn)
def rest_on(session: Session, _actor: Actor, command: RestOn, _now: int) -> Result:
    """Say which themes a conclusion rests on."""
    conclusion = conclusion_of(session, command.session_id, command.conclusion_id)
    wanted = dict.fromkeys(command.theme_ids)
    known = select(Theme.id).where(Theme.session_id == command.session_id, Theme.id.in_(wanted))
    if len(set(session.scalars(known))) < len(wanted):
        raise NotFound
    bases = select(Basis).where(Basis.conclusion_id == conclusion.id)
    held = {basis.theme_id: basis for basis in session.scalars(bases)}
    for theme_id, basis in held.items():
        if theme_id not in wanted:
            session.delete(basis)
    for theme_id in wanted:
        if theme_id not in held:
            session.add(_basis(conclusion, theme_id))
    if held.keys() != wanted.keys():
        _open_again(conclusion)
    return {}


@action(ApproveConclusionByHosts)
def approve_conclusion_by_hosts(
    session: Session, _actor: Actor, command: ApproveConclusionByHosts, _now: int
) -> Result:
    """Let those who hosted a topic stand by its conclusion; for one across topics, any of the hosts."""
    conclusion = conclusion_of(session, command.session_id, command.conclusion_id)
    if conclusion.topic_id not in (None, command.topic_id):
        raise NotFound
    _check_readable(session, conclusion, command.version)
    conclusion.approved_by_hosts = True
    return {}


@action(ApproveConclusion)
def approve_conclusion(session: Session, _actor: Actor, command: ApproveConclusion, _now: int) -> Result:
    """Approve a conclusion as it was read."""
    conclusion = conclusion_of(session, command.session_id, command.conclusion_id)
    _check_readable(session, conclusion, command.version)
    asked = has_hosts_to_ask(session, conclusion)
    if asked and not conclusion.approved_by_hosts and not command.without_hosts:
        raise TooLate(lazy("Its hosts have not approved it yet. Ask them, or approve without them."))
    conclusion.approved = True
    conclusion.without_hosts = asked and not conclusion.approved_by_hosts
    return {}


@action(RemoveConclusion)
def remove_conclusion(session: Session, _actor: Actor, command: RemoveConclusion, _now: int) -> Result:
    """Take a conclusion out; its text and what it rests on stay with it."""
    conclusion_of(session, command.session_id, command.conclusion_id).removed = True
    return {}


@action(RestoreConclusion)
def restore_conclusion(session: Session, _actor: Actor, command: RestoreConclusion, _now: int) -> Result:
    """Put a conclusion back."""
    conclusion_of(session, command.session_id, command.conclusion_id).removed = False
    return {}


@action(MoveConclusion)
def move_conclusion(session: Session, _actor: Actor, command: MoveConclusion, _now: int) -> Result:
    """Put a conclusion at another place."""
    conclusion_of(session, command.session_id, command.conclusion_id).position = command.position
    return {}


def conclusion_of(session: Session, session_id: str, conclusion_id: str) -> Conclusion:
    """Give a conclusion of the session, with its stream locked. Raises NotFound."""
    cafe_of(session, session_id)
    conclusion = session.get(Conclusion, conclusion_id)
    if conclusion is None or conclusion.session_id != session_id:
        raise NotFound
    return conclusion


def _begun(session: Session, cafe: CafeSession, command: WriteConclusion) -> Conclusion:
    last = select(func.max(Conclusion.position)).where(Conclusion.session_id == cafe.id)
    conclusion = Conclusion(
        id=command.conclusion_id,
        stream_id=cafe.id,
        session_id=cafe.id,
        topic_id=command.topic_id,
        title="",
        text="",
        version=0,
        changed_by_both=False,
        approved_by_hosts=False,
        approved=False,
        without_hosts=False,
        removed=False,
        position=(session.scalar(last) or 0) + 1,
    )
    session.add(conclusion)
    return conclusion


def _basis(conclusion: Conclusion, theme_id: str) -> Basis:
    return Basis(
        id=new_key(),
        stream_id=conclusion.stream_id,
        session_id=conclusion.session_id,
        conclusion_id=conclusion.id,
        theme_id=theme_id,
    )


def _check_topic(session: Session, cafe: CafeSession, topic_id: str | None) -> None:
    topic = session.get(Topic, topic_id) if topic_id is not None else None
    if topic_id is not None and (topic is None or topic.session_id != cafe.id):
        raise NotFound


def _check_readable(session: Session, conclusion: Conclusion, version: int) -> None:
    """Refuse approval of what is not what was read, or rests on what is not there."""
    if conclusion.removed or not conclusion.title.strip() or not conclusion.text.strip():
        raise NotFound(lazy("There is nothing to approve here yet. Give it a title and a text first."))
    if conclusion.version != version:
        raise TooLate(lazy("Somebody has just changed the conclusion. Read it again first."))
    missing = uncitable(session, conclusion.session_id, conclusion.text)
    if missing:
        raise BadInput(
            lazy(
                "%(count)s of the notes cited here cannot be found. Remove or replace them.",
                count=len(missing),
            ),
            field="text",
        )


def _open_again(conclusion: Conclusion) -> None:
    conclusion.approved = conclusion.approved_by_hosts = conclusion.without_hosts = False
