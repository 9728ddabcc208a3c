"""What may be asked about publishing."""

from __future__ import annotations

from cafe.commands import Command, Key, Line, command


@command
class Publish(Command):
    """Publish the approved summaries on a page that needs no sign-in; publishing again is a new version."""

    name = "publish"
    session_id: Key
    title: Line


@command
class Unpublish(Command):
    """Take the published page down."""

    name = "unpublish"
    session_id: Key
