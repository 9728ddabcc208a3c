#!/usr/bin/env bash
# Install a lock file and this checkout into .venv, and leave a stamp: tools/install.sh <lock file> <stamp>
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1 stamp=$2

# Debian's own Python first: a python3.11 earlier on the PATH may be another build with other modules.
find_python() {
    local candidate
    for candidate in ${PYTHON:-} /usr/bin/python3.11 python3.11 python3.12 python3.13 python3.14; do
        if command -v "$candidate" >/dev/null && "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

if [ ! -x .venv/bin/pip ]; then
    if ! find_python >/dev/null; then
        if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
            echo "Python 3.11 or newer with venv is missing. On Debian: apt install python3-venv" >&2
            exit 1
        fi
        echo "Installing python3-venv …"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    fi
    "$(find_python)" -m venv --clear .venv
fi

echo "Installing $lock into .venv …"
pip() { .venv/bin/pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes -r "$lock"
# The builder is in the lock file, so nothing unpinned is fetched for building this checkout.
pip install --no-deps --no-build-isolation -e .
touch "$stamp"
