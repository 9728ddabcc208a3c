"""What may be asked of the texts that the notes come to."""

from __future__ import annotations

from cafe.commands import Command, Key, LongText, command


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
    """Approve a consolidated summary, so that it can be published.

    Those who hosted the topic approve it first, unless `without_hosts` says not to wait for them.
    """

    name = "approve_consolidated"
    session_id: Key
    topic_id: Key | None = None
    version: int
    without_hosts: bool = False
