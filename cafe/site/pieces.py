"""An answer that is long: compressed quickly, and sent in pieces between which the server answers others."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import brotli
from flask import Request, Response

from cafe.site.assets import encoding_of

GZIP = 31  # zlib's sign for a window of 32 KiB with the header of gzip


def json_in_pieces(pieces: Iterable[bytes], request: Request) -> Response:
    """Answer with JSON that comes in pieces, in the smallest form that the browser takes and costs little."""
    encoding = encoding_of(request)
    response = Response(_sent(pieces, encoding), mimetype="application/json")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _sent(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    compress, finish = _compressor(encoding)
    for piece in pieces:
        if ready := compress(piece):
            yield ready
        time.sleep(0)
    yield finish()


def _compressor(encoding: str) -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    """Give what compresses a piece and what gives the rest, at the quickest level."""
    if encoding == "br":
        brotlis: Any = brotli.Compressor(quality=1)
        return brotlis.process, brotlis.finish
    if encoding == "gzip":
        zlibs = zlib.compressobj(1, wbits=GZIP)
        return zlibs.compress, zlibs.flush
    return bytes, bytes
