"""What goes wrong is logged without what anybody wrote."""

from __future__ import annotations

import pytest
import structlog

from cafe import logs

CANARY = "KANARIFUGL"


def test_a_failure_is_logged_by_its_place_and_not_by_what_was_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure()

    def fails(text: str) -> None:
        raise ValueError(text)

    try:
        fails(CANARY)
    except ValueError:
        structlog.get_logger().exception("a command failed")
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert "test_logs.py" in written
    assert CANARY not in written
