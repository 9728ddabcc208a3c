"""What may be asked of the harvest: consolidated summaries, and publishing them."""

from __future__ import annotations

from cafe.commands import Command, Key, Line, LongText, command


@command
class WriteConsolidated(Command):
    """Write the consolidated summary of a topic in Markdown; `[#note-id]` cites a note.

    Without a topic it is the session's introduction. An edit of an older version is merged, and what had
    been approved is open again.
    """

    name = "write_consolidated"
    session_id: Key
    topic_id: Key | None = None
    base_version: int
    text: LongText


@command
class ApproveConsolidated(Command):
    """Approve a consolidated summary, so that it can be published."""

    name = "approve_consolidated"
    session_id: Key
    topic_id: Key | None = None
    version: int


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
