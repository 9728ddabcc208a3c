"""What may be asked about suggested themes. Accepting one as a theme is `create_theme`."""

from __future__ import annotations

from cafe.commands import Command, Key, NoteText, command
from cafe.harvest.commands.board import NoteIds
from cafe.harvest.commands.hosts import Notes


@command
class SuggestThemes(Command):
    """Look for themes, near-duplicates and notes that say something else, in a topic or in all.

    Proposals that nobody has answered go; a search that goes on is given up for this one.
    """

    name = "suggest_themes"
    session_id: Key
    run_id: Key
    topic_id: Key | None = None
    only_unplaced: bool = False


@command
class CancelSuggestions(Command):
    """Stop looking for themes."""

    name = "cancel_suggestions"
    session_id: Key
    run_id: Key


@command
class DismissSuggestion(Command):
    """Put a proposal away, or take that back. Of `note_ids`, if any are named, alone: the others wait on."""

    name = "dismiss_suggestion"
    session_id: Key
    suggestion_id: Key
    dismissed: bool = True
    note_ids: NoteIds = ()


@command
class BundleSuggestion(Command):
    """Read proposed near-duplicates as one, under a text for all of them; the notes stay."""

    name = "bundle_suggestion"
    session_id: Key
    suggestion_id: Key
    bundle_id: Key
    note_ids: Notes
    text: NoteText
