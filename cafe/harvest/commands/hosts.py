"""What hosts who share a topic, and organisers, may ask when they confer about its notes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cafe.commands import Command, Key, NoteText, Storable, TrimmedText, command

Notes = Annotated[tuple[Key, ...], Field(min_length=1, max_length=200)]
Reason = Annotated[TrimmedText, Field(max_length=600)]
BundleText = Annotated[str, Field(max_length=4000), Storable]


@command
class MarkImportant(Command):
    """Mark a note as important, or take the mark away."""

    name = "mark_important"
    session_id: Key
    topic_id: Key | None = None
    note_id: Key
    important: bool


@command
class LeaveOut(Command):
    """Say that a note is deliberately not used, and why; or take that back."""

    name = "leave_out"
    session_id: Key
    topic_id: Key | None = None
    note_id: Key
    left_out: bool
    reason: Reason = ""


@command
class BundleNotes(Command):
    """Read several notes of a topic as one, under a text for all of them; the notes stay.

    A note that is in another bundle already stays there; the answer names it in `elsewhere`.
    """

    name = "bundle_notes"
    session_id: Key
    topic_id: Key | None = None
    bundle_id: Key
    note_ids: Notes
    text: NoteText


@command
class AddToBundle(Command):
    """Put more notes into a bundle; one that was taken apart stands again. As above, `elsewhere`."""

    name = "add_to_bundle"
    session_id: Key
    topic_id: Key | None = None
    bundle_id: Key
    note_ids: Notes


@command
class TakeOutOfBundle(Command):
    """Let notes stand for themselves again."""

    name = "take_out_of_bundle"
    session_id: Key
    topic_id: Key | None = None
    note_ids: Notes


@command
class TakeBundleApart(Command):
    """Let all notes of a bundle stand for themselves again; its text is kept aside."""

    name = "take_bundle_apart"
    session_id: Key
    topic_id: Key | None = None
    bundle_id: Key


@command
class WriteBundle(Command):
    """Write the text of a bundle; an edit of an older version is merged."""

    name = "write_bundle"
    session_id: Key
    topic_id: Key | None = None
    bundle_id: Key
    base_version: int
    text: BundleText


@command
class ApproveByHosts(Command):
    """Say, as those who hosted a topic, that they stand by its consolidated summary as it was read."""

    name = "approve_by_hosts"
    session_id: Key
    topic_id: Key | None = None
    version: int
