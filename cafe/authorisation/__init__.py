"""Who may do what: every command and every route stands in a table, by role relative to the thing asked for.

A role is never absolute: an organiser of another gathering is no organiser here, a host of another table
no host here. What is not listed is refused, and a test built from the registries fails on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.authorisation.rights import ANYONE, GUEST, Roles, may
from cafe.authorisation.tables import COMMANDS, ROUTES
from cafe.commands import Command
from cafe.errors import NotAllowed

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
