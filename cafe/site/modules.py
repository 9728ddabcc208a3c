"""Which JavaScript files a page needs: its own and, by their import lines, all that those import."""

from __future__ import annotations

import re
from functools import lru_cache

from cafe.settings import STATIC

IMPORT = re.compile(
    r"""^\s*(?:import|export)\b[^"';]*?from\s*["'](\.[^"']+)["']|^import\s*["'](\.[^"']+)["']""", re.MULTILINE
)


@lru_cache(maxsize=64)
def modules_of(page: str) -> tuple[str, ...]:
    """Give the paths under static/ that a page's module leads to, itself first, each once."""
    found: dict[str, None] = {}
    waiting = [page]
    while waiting:
        path = waiting.pop(0)
        if path in found:
            continue
        found[path] = None
        file = STATIC / path
        for match in IMPORT.finditer(file.read_text(encoding="utf-8")):
            target = (file.parent / (match[1] or match[2])).resolve()
            waiting.append(target.relative_to(STATIC.resolve()).as_posix())
    return tuple(found)
