"""A hall of phones: it is made by Node from a script that reads a plan and prints lines of JSON."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

NODE = Path(__file__).resolve().parents[1] / "tools" / "node"
Said = dict[str, Any]


def play(
    script: Path,
    plan: Mapping[str, Any],
    *,
    seconds: float,
    heard: Callable[[Said], object] = lambda _said: None,
) -> Said:
    """Let a hall go on, for so many seconds at most. `heard` is given each line as it comes; give the last.

    Raises RuntimeError when it ends badly.
    """
    last: Said = {}
    with subprocess.Popen([str(NODE), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as hall:
        watch = threading.Timer(seconds, hall.kill)
        watch.start()
        try:
            assert hall.stdin is not None  # noqa: S101 - asked for above
            hall.stdin.write(json.dumps(plan).encode())
            hall.stdin.close()
            for line in hall.stdout or ():
                last = json.loads(line)
                heard(last)
        finally:
            watch.cancel()
    if hall.returncode or not last:
        raise RuntimeError(f"the hall of {script.parent.name} ended with {hall.returncode}")
    return last
