"""Files that are there whole or not at all, also after a power cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from cafe.backup.contents import Refused


def unused(folder: Path, beginning: str, ending: str) -> Path:
    """Give a file's name that sorts by time and that no file in the folder has."""
    now = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    names = chain([f"{beginning}-{now}{ending}"], (f"{beginning}-{now}-{n}{ending}" for n in count(2)))
    return next(path for path in (folder / name for name in names) if not path.exists())


@contextmanager
def arriving(target: Path) -> Iterator[Path]:
    """Give a temporary file beside `target` that takes its name, safely on the disk, when all went well."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # What people wrote in confidence: for this user only, from the first byte on.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Refused(f"{target.parent} cannot be written to: {error.strerror}.") from None
    try:
        yield part
        synced(part)
        part.replace(target)
        synced(target.parent)
    finally:
        part.unlink(missing_ok=True)


def synced(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def owned_like(path: Path, example: Path) -> None:
    """Give a file made by root to the user who owns `example`, so that the server can open it."""
    if os.geteuid() == 0:
        owner = example.stat()
        os.chown(path, owner.st_uid, owner.st_gid)
