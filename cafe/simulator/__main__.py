"""`python -m cafe.simulator`: play the script that comes in, as a process of its own."""

from __future__ import annotations

import signal
import sys

from cafe.simulator.run import play
from cafe.simulator.script import Script


def stop(*_: object) -> None:
    """Leave at once, without a word: whoever started us is leaving too."""
    raise SystemExit(0)


def main() -> int:
    """Play the script on the standard input."""
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us
    script = Script.model_validate_json(sys.stdin.read())
    return play(script, lambda line: print(line, flush=True))  # noqa: T201 - this is its output


if __name__ == "__main__":
    sys.exit(main())
