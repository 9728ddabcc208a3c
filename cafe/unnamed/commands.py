"""What may be asked of answers without a name."""

from __future__ import annotations

from cafe.commands import Command, Key, command


@command
class MixAnswers(Command):
    """Let in the answers that wait, shuffled, of every group of which at least five wait."""

    name = "mix_answers"
    about: Key
