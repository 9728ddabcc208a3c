#!/usr/bin/env bash
# Make sure of what the tests need beside Python: Chromium, PostgreSQL, strace and fonts. As root it installs what is missing;
# otherwise it says what to install. Where CI=true, going on without would skip tests, so that is an error.
set -euo pipefail

missing() {
    command -v git >/dev/null || echo git
    command -v chromium >/dev/null || echo chromium
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || echo postgresql
    # It sees that nothing is acknowledged before it is on the disk.
    command -v strace >/dev/null || echo strace
    # Without fonts Chromium draws boxes, and what is measured in the browser is wrong.
    compgen -G '/usr/share/fonts/truetype/*/*.ttf' >/dev/null || echo fonts-dejavu-core
}

packages=$(missing | xargs)
[ -n "$packages" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what the tests need: $packages …"
    export DEBIAN_FRONTEND=noninteractive
    # A cluster of the machine's own is not wanted: the tests start theirs.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/tests.conf
    # shellcheck disable=SC2086 # one word per package
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages >/dev/null; } || true
    packages=$(missing | xargs)
    [ -n "$packages" ] || exit 0
fi

echo "Missing for the tests: $packages. Install with: apt install $packages" >&2
[ "${CI:-}" != true ] || exit 1
