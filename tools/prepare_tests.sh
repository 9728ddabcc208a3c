#!/usr/bin/env bash
# Make sure of what the tests need beside Python: Chromium, PostgreSQL, strace and fonts. As root it installs what is missing;
# otherwise it says what to install. Where CI=true, going on without would skip tests, so that is an error.
# Chromium without windows is the same engine at half the work: it is used where it is, and installed where it can be.
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

install() {
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

may_install=no
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    may_install=yes
    export DEBIAN_FRONTEND=noninteractive
fi

packages=$(missing | xargs)
if [ -n "$packages" ] && [ $may_install = yes ]; then
    echo "Installing what the tests need: $packages …"
    # A cluster of the machine's own is not wanted: the tests start theirs.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/tests.conf
    # shellcheck disable=SC2086 # one word per package
    { apt-get update -qq && install $packages; } || true
    packages=$(missing | xargs)
fi

quicker=chromium-headless-shell
if ! command -v $quicker >/dev/null && [ $may_install = yes ] && apt-cache show $quicker >/dev/null 2>&1; then
    echo "Installing what makes the tests quicker: $quicker …"
    install $quicker || true
fi

[ -n "$packages" ] || exit 0
echo "Missing for the tests: $packages. Install with: apt install $packages" >&2
[ "${CI:-}" != true ] || exit 1
