"""What a server asked of its disk and told its clients, in order, as strace saw it.

Only the system knows when something has really been handed over, so it is asked, not the program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

CALLS = "openat,close,unlink,rename,ftruncate,pwrite64,write,writev,fsync,fdatasync,sendto,sendmsg"
LONGEST = 200_000  # bytes of one call that are written down; a page of the database is 4096
_LINE = re.compile(r"^(?P<pid>\d+) +(?P<call>.*)$", re.DOTALL)
_RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)$", re.DOTALL)
_CALL = re.compile(r"^(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)", re.DOTALL)
_FILE = re.compile(r"^\d+<(?P<path>[^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Write:
    """Bytes handed to the system for a file: safe only once the file has been synced."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Cut:
    """A file was made shorter or longer."""

    path: str
    length: int


@dataclass(frozen=True)
class Removed:
    """A file was deleted."""

    path: str


@dataclass(frozen=True)
class Synced:
    """All that was handed over for a file (or a folder's list of names) is on the disk."""

    path: str


@dataclass(frozen=True)
class Said:
    """Bytes left for a client, by one of the server's sockets."""

    to: str
    data: bytes


Happening = Write | Cut | Removed | Synced | Said


@cache
def require_strace() -> None:
    """End the test where the system does not let itself be watched; where CI=true, that is a failure."""
    message = "strace is missing, or may not trace here. Install it with: apt install strace"
    able = (
        shutil.which("strace")
        and not subprocess.run(
            ["strace", "-o", os.devnull, "-e", "trace=write", "true"], capture_output=True, check=False
        ).returncode
    )
    if not able and os.environ.get("CI") == "true":
        pytest.fail(f"{message} (in a container: --cap-add=SYS_PTRACE)")
    if not able:
        pytest.skip(message)


def watching(log: Path) -> tuple[str, ...]:
    """Give the words before a command that let it be watched. It keeps its number and its signals."""
    return (
        "strace", "-D", "-f", "-y", "--seccomp-bpf", "-qq", "-xx", f"-s{LONGEST}", f"-etrace={CALLS}",
        "-esignal=none", f"-o{log}",
    )  # fmt: skip


def recorded(log: Path, database: Path) -> list[Happening]:
    """Read a recording: what was done to the database's files and said to clients, in order."""
    files = {str(database) + ending for ending in ("", "-wal", "-journal")} | {str(database.parent)}
    return [each for each in _happenings(log) if isinstance(each, Said) or each.path in files]


def _happenings(log: Path) -> Iterator[Happening]:
    begun: dict[str, str] = {}
    with log.open(errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line.rstrip("\n"))
            if found is None:
                continue
            pid, call = found["pid"], found["call"]
            if call.endswith(" <unfinished ...>"):
                begun[pid] = call.removesuffix(" <unfinished ...>")
                if not begun[pid].startswith(("fsync", "fdatasync")):
                    # A write counts from its beginning, and so does what is said; a sync from its end.
                    yield from _happening(begun.pop(pid) + ") = 1")
            elif resumed := _RESUMED.match(call):
                if pid in begun:
                    yield from _happening(begun.pop(pid) + resumed["rest"])
            else:
                yield from _happening(call)


def _happening(call: str) -> Iterator[Happening]:
    found = _CALL.match(call)
    if found is None or int(found["result"]) < 0:
        return
    arguments = found["arguments"]
    file = _FILE.match(arguments)
    path = _plain(file["path"]) if file else ""
    match found["name"]:
        case "pwrite64":
            offset = int(arguments.rsplit(",", 1)[1])
            yield Write(path, offset, b"".join(_bytes(arguments)))
        case "ftruncate":
            yield Cut(path, int(arguments.rsplit(",", 1)[1]))
        case "fsync" | "fdatasync":
            yield Synced(path)
        case "unlink":
            yield Removed(b"".join(_bytes(arguments)).decode())
        case "sendto" | "sendmsg" | "write" | "writev" if path.startswith(("socket:", "TCP:")):
            yield Said(path, b"".join(_bytes(arguments)))


def _bytes(arguments: str) -> Iterator[bytes]:
    for text in _TEXT.findall(arguments):
        yield bytes.fromhex(text.replace("\\x", ""))


def _plain(path: str) -> str:
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
