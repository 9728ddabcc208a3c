#!/usr/bin/env bash
# Pin what pyproject.toml asks for, with hashes, for every platform: requirements.lock (running) and
# requirements-dev.lock (developing). The present pins are kept as long as they fit; to raise them: make lock UPGRADE=1
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    # --no-header and no index options: a lock file names packages and hashes, never where this machine got them.
    .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links --no-annotate ${UPGRADE:+--upgrade} "$@" >/dev/null
}

compile --group build --output-file requirements.lock
compile --group dev --constraint requirements.lock --output-file requirements-dev.lock
grep -c == requirements.lock requirements-dev.lock
