"""Small PNGs without another library: the browser reduces a picture to 256 colours, packed here."""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.sync_api import Page

# Colours of areas stay exactly as they are; those of letters' edges are rounded, rare ones take the nearest.
REDUCE = """async (data) => {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const paint = new OffscreenCanvas(image.width, image.height).getContext("2d");
  paint.drawImage(image, 0, 0);
  const pixels = new Uint32Array(paint.getImageData(0, 0, image.width, image.height).data.buffer);
  const byUse = (colours) => {
    const uses = new Map();
    for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1);
    return [...uses.keys()].sort((one, other) => uses.get(other) - uses.get(one));
  };
  const exact = new Set(byUse(pixels).slice(0, 96));
  const coarse = (colour) => (colour & 0xfff0f0f0 | 0x00080808) >>> 0;
  const rounded = pixels.map((colour) => exact.has(colour) ? colour : coarse(colour));
  const palette = byUse(rounded).slice(0, 256);
  const parts = (colour) => [colour & 255, colour >> 8 & 255, colour >> 16 & 255];
  const apart = (one, other) => parts(one).reduce((sum, part, at) => sum + (part - parts(other)[at]) ** 2, 0);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const placeOf = (colour) => {
    if (!places.has(colour)) {
      const nearer = (best, other) => apart(colour, other) < apart(colour, best) ? other : best;
      const nearest = palette.reduce(nearer);
      places.set(colour, places.get(nearest));
    }
    return places.get(colour);
  };
  const text = (bytes) => {
    let all = "";
    for (let at = 0; at < bytes.length; at += 8192) all += String.fromCharCode(...bytes.slice(at, at + 8192));
    return btoa(all);
  };
  return {
    width: image.width, height: image.height,
    places: text(Uint8Array.from(rounded, placeOf)), palette: text(Uint8Array.from(palette.flatMap(parts))),
  };
}"""


def smaller(page: Page, png: bytes) -> bytes:
    """Give a picture with a palette of at most 256 colours. `page` is an empty page to reckon in."""
    found = page.evaluate(REDUCE, base64.b64encode(png).decode())
    width, height = found["width"], found["height"]
    places = base64.b64decode(found["places"])
    lines = b"".join(b"\0" + places[row * width : (row + 1) * width] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", base64.b64decode(found["palette"])),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
