"""What cannot be published is told of, and does not fill the disk with its story."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from cafe.live import publish
from cafe.live.publish import Failures


def test_a_failure_is_told_of_once_a_minute_for_each_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 5.0
    monkeypatch.setattr(publish, "monotonic", lambda: seconds)
    failures = Failures()
    with capture_logs() as told:
        for _ in range(2 * 60 * 4):
            for stream_id in ("one", "another"):
                with failures.gone_over(stream_id):
                    raise ValueError
            seconds += 0.25
    assert [each["stream"] for each in told] == ["one", "another"] * 2
    assert all(each["exc_info"] for each in told)


def test_what_goes_well_is_not_told_of() -> None:
    with capture_logs() as told, Failures().gone_over("one"):
        pass
    assert told == []
