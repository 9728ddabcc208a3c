"""Errors whose message is safe to show, in the reader's language."""

from __future__ import annotations

from typing import ClassVar

from cafe.i18n import Message, lazy


class SafeError(Exception):
    """A refusal that changed nothing; its message says what happened and what to do."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400
    retry: ClassVar[bool] = False
    default: ClassVar[Message] = lazy("This could not be done. Nothing was changed.")

    def __init__(self, message: Message | None = None, *, field: str | None = None) -> None:
        self.message = message or self.default
        self.field = field
        super().__init__(self.code)


class BadInput(SafeError):
    """What was sent cannot be understood or is out of bounds."""

    code = "bad_input"
    default = lazy("Something in what you sent could not be understood. Nothing was changed.")


class NotAllowed(SafeError):
    """The actor may not do this, or may not know that it exists."""

    code = "not_allowed"
    status = 403
    default = lazy("You do not have access to this. Ask the organiser if you think you should.")


class SignedOut(SafeError):
    """The ticket or the sign-in no longer holds."""

    code = "signed_out"
    status = 401
    default = lazy(
        "You are signed out on this device. Scan the code or sign in again. Your texts are kept here."
    )


class NotFound(SafeError):
    """There is no such thing, or none the actor may see."""

    code = "not_found"
    status = 404
    default = lazy("This does not exist any more. Nothing was changed.")


class TooLate(SafeError):
    """The moment for this has passed."""

    code = "too_late"
    status = 409
    default = lazy("It is too late for this now. Nothing was changed.")


class Busy(SafeError):
    """The server cannot take this now; trying again helps."""

    code = "busy"
    status = 503
    retry = True
    default = lazy("The server is busy. What you wrote is kept, and we try again.")


class TooMany(SafeError):
    """A budget of attempts is used up for the moment."""

    code = "too_many"
    status = 429
    retry = True
    default = lazy("Too many attempts just now. Wait a minute, or scan the QR code instead.")
