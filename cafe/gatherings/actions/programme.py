"""What happens to the programme of a gathering."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.errors import BadInput, NotFound
from cafe.gatherings.actions.found import gathering_of
from cafe.gatherings.commands import RemoveProgrammeItem, RestoreProgrammeItem, SetProgrammeItem
from cafe.gatherings.model import ProgrammeItem
from cafe.gatherings.queries import session_titles
from cafe.i18n import lazy
from cafe.perform import Result, action

FIELDS = ("day", "starts", "ends", "kind", "title", "speaker", "about", "session_id")


@action(SetProgrammeItem)
def set_programme_item(session: Session, _actor: Actor, command: SetProgrammeItem, _now: int) -> Result:
    """Put a point into the programme or change it. Raises BadInput for a day or an end that cannot be."""
    gathering = gathering_of(session, command.gathering_id)
    first, last = gathering.starts_on, gathering.ends_on or gathering.starts_on
    if first and last and not first <= command.day <= last:
        raise BadInput(lazy("The gathering is not on this day. Look at its days."), field="day")
    if command.ends is not None and command.ends <= command.starts:
        raise BadInput(lazy("The end is before the beginning. Look at both."), field="ends")
    if command.session_id and command.session_id not in session_titles(session, gathering.id):
        raise BadInput(field="session_id")
    item = session.get(ProgrammeItem, command.item_id)
    if item is None:
        item = ProgrammeItem(id=command.item_id, gathering_id=gathering.id)
        session.add(item)
    elif item.gathering_id != gathering.id:
        raise NotFound
    for name in FIELDS:
        setattr(item, name, getattr(command, name))
    item.removed = False
    return {"item_id": item.id}


@action(RemoveProgrammeItem)
def remove_programme_item(session: Session, _actor: Actor, command: RemoveProgrammeItem, _now: int) -> Result:
    """Take a point out of the programme."""
    _item(session, command.gathering_id, command.item_id).removed = True
    return {}


@action(RestoreProgrammeItem)
def restore_programme_item(
    session: Session, _actor: Actor, command: RestoreProgrammeItem, _now: int
) -> Result:
    """Put a point back that was taken out."""
    _item(session, command.gathering_id, command.item_id).removed = False
    return {}


def _item(session: Session, gathering_id: str, item_id: str) -> ProgrammeItem:
    item = session.get(ProgrammeItem, item_id)
    if item is None or item.gathering_id != gathering_id:
        raise NotFound
    return item
