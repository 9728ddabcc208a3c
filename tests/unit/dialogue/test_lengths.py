"""How long what is written may be: as long as its field on the page lets it be."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cafe.commands import Command, Part, new_key
from cafe.dialogue.commands.guests import Nod
from cafe.dialogue.commands.rounds import Announce
from cafe.dialogue.commands.session import ChangeSession, RoundDraft, TopicDraft

KEYS = {"session_id": new_key(), "table_round_id": new_key()}


@pytest.mark.parametrize(
    ("made", "field", "most", "others"),
    [
        (TopicDraft, "question", 500, {"title": "Trust"}),
        (RoundDraft, "question", 500, {}),
        (ChangeSession, "question", 500, {"session_id": KEYS["session_id"]}),
        (ChangeSession, "title", 200, {"session_id": KEYS["session_id"]}),
        (Announce, "text", 300, {"session_id": KEYS["session_id"]}),
        (Nod, "comment", 300, {**KEYS, "answer": "change"}),
    ],
)
def test_a_text_may_be_as_long_as_its_field(
    made: type[Command | Part], field: str, most: int, others: dict[str, Any]
) -> None:
    assert len(getattr(made(**others, **{field: f"  {'x' * most} "}), field)) == most
    with pytest.raises(ValidationError):
        made(**others, **{field: "x" * (most + 1)})
    with pytest.raises(ValidationError):
        made(**others, **{field: "x\0"})
