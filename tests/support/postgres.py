"""A PostgreSQL of the tests' own: one cluster per run, shared by all workers, one database per worker.

The cluster is started by the first worker that asks and stopped by the process that started the run. It
listens on a socket in its own folder and on no network. A crash may lose what is in it, which makes it quick.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

# The process that starts the run names the folder here, and the workers inherit it.
FOLDER = "CAFE_TESTS_POSTGRES"
# initdb refuses root; Debian's package brings this user.
SERVER_USER = "postgres"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="cafe-postgres-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    folder = Path(os.environ.pop(FOLDER))
    if (folder / "data" / "postmaster.pid").exists():
        _run(_programs() / "pg_ctl", "stop", "--mode=immediate", "-D", folder / "data")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_postgres_url(worker_id: str) -> Callable[[], str]:
    """Give a function that makes an empty database and returns its URL."""
    folder = _running_cluster()
    numbers = count(1)

    def new() -> str:
        name = f"cafe_{worker_id}_{next(numbers)}"
        with psycopg.connect(host=str(folder), user=SERVER_USER, dbname="postgres", autocommit=True) as admin:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql+psycopg://{SERVER_USER}@/{name}?host={folder}"

    return new


@pytest.fixture(scope="session")
def postgres_url(new_postgres_url: Callable[[], str]) -> str:
    """Give the URL of this worker's own database, which is empty at first."""
    return new_postgres_url()


def _running_cluster() -> Path:
    folder = Path(os.environ[FOLDER])
    programs = _programs()
    with _locked(folder / "lock"):
        if not (folder / "data" / "postmaster.pid").exists():
            _start(programs, folder)
    return folder


def _start(programs: Path, folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER)
    data = folder / "data"
    _run(
        programs / "initdb",
        "-D",
        data,
        "-U",
        SERVER_USER,
        "--auth=trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )
    options = " ".join(f"-c {option}" for option in (*QUICK, f"unix_socket_directories={folder}"))
    _run(programs / "pg_ctl", "start", "--wait", "-D", data, "-l", folder / "log", "-o", options)


def _programs() -> Path:
    """Find the newest server's programs, which Debian keeps off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    on_path = shutil.which("initdb")
    if on_path and not found:
        found = [Path(on_path)]
    if found and (os.geteuid() or _exists(SERVER_USER)):
        return found[-1].parent
    message = "PostgreSQL is missing. Install it with: apt install postgresql"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def _exists(user: str) -> bool:
    return any(each.pw_name == user for each in pwd.getpwall())


def _run(program: Path, *arguments: str | Path) -> None:
    user = SERVER_USER if os.geteuid() == 0 else None
    # pg_ctl leaves a server behind that would hold a captured output open for ever, so a file takes it.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [program, *arguments], user=user, group=user, extra_groups=[] if user else None,
            cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=60, check=False,
        )  # fmt: skip
        output.seek(0)
        assert done.returncode == 0, f"{program.name}: {output.read().decode(errors='replace')}"


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
