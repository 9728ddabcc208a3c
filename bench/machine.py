"""What is measured on: its file system, its load, and how many files it lets us open."""

from __future__ import annotations

import os
import platform
import resource
import sys
from pathlib import Path

OPEN_FILES = 16_384


def raise_open_files() -> None:
    """Allow as many sockets as the measurements need, as far as the system lets us."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def worker_of(process: int) -> int:
    """Give the process that answers: gunicorn's worker, or the server itself where there is no other."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(children[0]) if children else process


def memory_of(process: int) -> int:
    """Give the bytes of memory that are the process's own and in use."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def described(folder: Path) -> str:
    """Say what is measured on. A database in memory would make durable writes look free."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    held = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    file_system = max(held)[1]
    if file_system in {"tmpfs", "ramfs"}:
        sys.exit(f"{folder} is in memory: choose another --folder")
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, load {load:.1f} before, database on {file_system}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )
