"""Static files: one version for all of them in their address, compressed once, cached for ever.

Modules import one another by relative paths, so the version has to stand in the folder, not in a query.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path

import brotli
from flask import Request, Response, url_for

from cafe.errors import NotFound
from cafe.settings import STATIC

COMPRESSIBLE = {".js", ".css", ".svg", ".json", ".txt", ".webmanifest"}
FOREVER = "public, max-age=31536000, immutable"


@lru_cache(maxsize=1)
def version() -> str:
    """Name the present state of every static file."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(STATIC)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def asset(path: str) -> str:
    """Give the address of a static file."""
    return url_for("site.static_file", version=version(), path=path)


def all_assets() -> list[str]:
    """Give the addresses that live pages need, for the service worker, without what only other pages use."""
    folders = ("css", "js", "vendor", "img")
    kept = {".js", ".css", ".svg", ".woff2"}
    skipped = {
        "service-worker.js",
        "htmx.js",
        "inter.css",
        "inter-latin-wght-normal.woff2",
        "inter-latin-ext-wght-normal.woff2",
    }
    return [
        asset(path.relative_to(STATIC).as_posix())
        for folder in folders
        for path in sorted((STATIC / folder).rglob("*"))
        if path.suffix in kept and path.name not in skipped
    ]


def send_asset(path: str, request: Request, *, immutable: bool) -> Response:
    """Answer with a static file in the smallest form the browser takes. Raises NotFound."""
    file = (STATIC / path).resolve()
    if not file.is_relative_to(STATIC.resolve()) or not file.is_file():
        raise NotFound
    encoding = encoding_of(request) if file.suffix in COMPRESSIBLE else ""
    response = Response(_body(file, encoding, version()), mimetype=_type(file))
    if encoding:
        response.headers["Content-Encoding"] = encoding
    if file.suffix in COMPRESSIBLE:
        response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER if immutable else "no-cache"
    return response


def encoding_of(request: Request) -> str:
    """Name the best compression that the browser takes; empty for none."""
    accepted = request.headers.get("Accept-Encoding", "")
    return next((name for name in ("br", "gzip") if name in accepted), "")


def _type(file: Path) -> str:
    return {".js": "text/javascript", ".webmanifest": "application/manifest+json"}.get(
        file.suffix, mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )


@lru_cache(maxsize=512)
def _body(file: Path, encoding: str, _version: str) -> bytes:
    body = file.read_bytes()
    if encoding == "br":
        compressed: bytes = brotli.compress(body, quality=11)
        return compressed
    return gzip.compress(body, 9, mtime=0) if encoding == "gzip" else body


def compress_page(response: Response, request: Request) -> Response:
    """Compress a page that is made for this reader, quickly."""
    small = not response.is_sequence or (response.content_length or 0) < 600  # noqa: PLR2004 - one packet anyway
    if (
        small
        or response.headers.get("Content-Encoding")
        or response.mimetype not in {"text/html", "application/json"}
    ):
        return response
    encoding = encoding_of(request)
    if not encoding:
        return response
    body = response.get_data()
    response.set_data(
        brotli.compress(body, quality=5) if encoding == "br" else gzip.compress(body, 6, mtime=0)
    )
    response.headers["Content-Encoding"] = encoding
    response.headers.add("Vary", "Accept-Encoding")
    return response
