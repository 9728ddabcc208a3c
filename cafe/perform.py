"""The one road in: a command is authorised, done once, stored, published and answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import JSON, BigInteger, String, bindparam, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from cafe.actor import Actor
from cafe.authorisation import require_command
from cafe.clock import now_ms
from cafe.commands import Command, registry
from cafe.db import Base, unit_of_work
from cafe.errors import BadInput
from cafe.i18n import lazy

DAY = 24 * 3600 * 1000
Result = dict[str, Any]
CommandType = TypeVar("CommandType", bound=Command)
Action = Callable[[Session, Actor, CommandType, int], Result | None]

_actions: dict[str, Action[Any]] = {}


class Answered(Base):
    """The stored answer to a command, so that the same command sent again has no second effect.

    An answer holds ids only. For an anonymous idea the time is that of the day and no actor is written.
    """

    __tablename__ = "answered_command"
    __table_args__ = {"sqlite_with_rowid": False}  # a row number would tell the order of arrival
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    result: Mapped[Result] = mapped_column(JSON)
    at: Mapped[int] = mapped_column(BigInteger)


# Asked and written for every command: without the mapper, which would take most of the time.
_BEFORE = select(Answered.name, Answered.result).where(Answered.id == bindparam("command"))
_ANSWERED = insert(Answered)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the one who asked is told."""

    result: Result
    repeated: bool = False


def action(command_type: type[CommandType]) -> Callable[[Action[CommandType]], Action[CommandType]]:
    """Register the function that does what a command asks."""

    def decorate(function: Action[CommandType]) -> Action[CommandType]:
        _actions[command_type.name] = function
        return function

    return decorate


def commands_with_actions() -> frozenset[str]:
    """Give the names of the commands that something can be done about."""
    return frozenset(_actions)


def parse(name: object, command_id: object, data: object) -> Command:
    """Make a typed command of raw input. Raises BadInput naming the field that is wrong."""
    command_type = registry.get(name) if isinstance(name, str) else None
    if command_type is None or not isinstance(data, Mapping) or "id" in data:
        raise BadInput
    try:
        return command_type.model_validate({**data, "id": command_id})
    except ValidationError as error:
        raise _explained(error) from None


def _explained(error: ValidationError) -> BadInput:
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    bounds = first.get("ctx", {})
    match first["type"]:
        case "string_too_long":
            message = lazy(
                "This is longer than %(most)s characters. It is kept; shorten it.", most=bounds["max_length"]
            )
        case "missing" | "string_too_short" | "string_pattern_mismatch":
            message = lazy("Something is missing here. Fill it in.")
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            message = lazy("The number is outside what is possible here.")
        case "value_error":
            message = lazy("This holds a character that cannot be stored. Remove it; the rest is kept.")
        case "not_a_number":
            message = lazy("Write a number with up to 12 digits and 6 decimals, such as 12 or 3.5.")
        case "not_a_day":
            message = lazy("There is no such day. Write it as year-month-day, such as 2027-02-08.")
        case _:
            message = BadInput.default
    return BadInput(message, field=field or None)


def perform(actor: Actor, command: Command) -> Answer:
    """Do what `command` asks in one transaction, or give the answer it got the first time.

    Raises a SafeError when it is refused; then nothing has changed.
    """
    with unit_of_work() as session:
        return perform_within(session, actor, command)


def perform_within(session: Session, actor: Actor, command: Command, at: int | None = None) -> Answer:
    """Do what `command` asks as part of a larger transaction that is all or nothing.

    `at` is when it is done, where that is not now: in a made-up past.
    """
    now = now_ms() if at is None else at
    require_command(session, actor, command)
    connection = session.connection()
    before = connection.execute(_BEFORE, {"command": command.id}).first()
    if before is not None:
        if before.name != command.name:
            raise BadInput
        return Answer(result=before.result, repeated=True)
    result = _actions[command.name](session, actor, command, now) or {}
    traceless = command.leaves_no_trace()
    at = now - now % DAY if traceless else now
    connection.execute(_ANSWERED, {"id": command.id, "name": command.name, "result": result, "at": at})
    return Answer(result=result)
