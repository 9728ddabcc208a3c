"""Reading a QR code as a phone does, from the SVG that a page shows.

The picture is perfect, so nothing has to be corrected: the path is turned into dark and light modules, the
mask is taken off, and the bytes are read in the order of ISO/IEC 18004.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from segno import consts

Dark = set[tuple[int, int]]
STROKE = re.compile(r"([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?")
FORMAT_MASK = 0b101010000010010
LEVELS = {
    0b01: consts.ERROR_LEVEL_L,
    0b00: consts.ERROR_LEVEL_M,
    0b11: consts.ERROR_LEVEL_Q,
    0b10: consts.ERROR_LEVEL_H,
}
MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda row, column: (row + column) % 2,
    lambda row, column: row % 2,
    lambda row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)
BYTES = 0b0100


def read_qr(path: str) -> str:
    """Give the text that a QR code holds, from the `d` of its SVG path."""
    dark = _modules(path)
    size = max(max(row, column) for row, column in dark) + 1
    version = (size - 17) // 4
    bits = "".join("1" if (8, column) in dark else "0" for column in (0, 1, 2, 3, 4, 5, 7, 8))
    bits += "".join("1" if (row, 8) in dark else "0" for row in (7, 5, 4, 3, 2, 1, 0))
    found = int(bits, 2) ^ FORMAT_MASK
    mask = MASKS[found >> 10 & 0b111]
    order = [place for place in _zigzag(size) if not _is_function(*place, version, size)]
    data = "".join("1" if ((place in dark) ^ (mask(*place) == 0)) else "0" for place in order)
    codewords = [int(data[start : start + 8], 2) for start in range(0, len(data) // 8 * 8, 8)]
    return _text(_in_order(codewords, version, LEVELS[found >> 13]), version)


def _modules(path: str) -> Dark:
    drawn: Dark = set()
    x = y = 0.0
    for command, first, second in STROKE.findall(path):
        if command == "h":
            drawn |= {(int(y), int(x) + step) for step in range(int(float(first)))}
            x += float(first)
        else:
            x, y = (0.0, 0.0) if command == "M" else (x, y)
            x, y = x + float(first), y + float(second)
    top, left = min(row for row, _ in drawn), min(column for _, column in drawn)
    return {(row - top, column - left) for row, column in drawn}


def _zigzag(size: int) -> Iterator[tuple[int, int]]:
    upwards = True
    for right in (column if column > 6 else column - 1 for column in range(size - 1, 0, -2)):
        rows = range(size - 1, -1, -1) if upwards else range(size)
        for row in rows:
            yield row, right
            yield row, right - 1
        upwards = not upwards


def _is_function(row: int, column: int, version: int, size: int) -> bool:
    """Tell whether a module belongs to the pattern that every code of this size has, and not to the text."""
    in_corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    near = size - 11
    version_told = version >= 7 and ((row < 6 and column >= near) or (column < 6 and row >= near))
    return in_corner or row == 6 or column == 6 or version_told or _is_alignment(row, column, version, size)


def _is_alignment(row: int, column: int, version: int, size: int) -> bool:
    if version == 1:
        return False
    centres = consts.ALIGNMENT_POS[version - 2]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    return any(
        abs(row - down) <= 2 and abs(column - right) <= 2
        for down in centres
        for right in centres
        if (down, right) not in corners
    )


def _in_order(codewords: list[int], version: int, level: int) -> list[int]:
    """Undo the interleaving of the blocks; what is there for correction stays behind."""
    per_level: Any = consts.ECC[version]
    lengths = [info.num_data for info in per_level[level] for _ in range(info.num_blocks)]
    blocks: list[list[int]] = [[] for _ in lengths]
    coming = iter(codewords)
    for place in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if place < length:
                block.append(next(coming))
    return [codeword for block in blocks for codeword in block]


def _text(codewords: list[int], version: int) -> str:
    bits = "".join(f"{codeword:08b}" for codeword in codewords)
    assert int(bits[:4], 2) == BYTES, "only codes of bytes are read here"
    counted = 8 if version < 10 else 16
    length, start = int(bits[4 : 4 + counted], 2), 4 + counted
    return bytes(int(bits[start + 8 * i : start + 8 * i + 8], 2) for i in range(length)).decode()
