"""What may be asked about what somebody will do in their own role."""

from __future__ import annotations

from cafe.commands import Command, Key, NoteText, command


@command
class CommitOneself(Command):
    """Write down what one will do in one's own role; with a team, that team sees it too."""

    name = "commit_oneself"
    gathering_id: Key
    commitment_id: Key
    text: NoteText
    team_id: Key | None = None


@command
class ChangeCommitment(Command):
    """Change a commitment of one's own; what is left out stays. `alone` takes it back from the team."""

    name = "change_commitment"
    gathering_id: Key
    commitment_id: Key
    text: NoteText | None = None
    done: bool | None = None
    team_id: Key | None = None
    alone: bool = False
