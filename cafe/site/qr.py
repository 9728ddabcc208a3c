"""QR codes, drawn by the server into the page: no request to anybody else."""

from __future__ import annotations

from io import BytesIO

import segno
from markupsafe import Markup


def qr_code(link: str) -> Markup:
    """Draw a link as an SVG with the class `qr`; the colours stay dark on light, or phones do not read it."""
    drawn = segno.make(link, error="m").svg_inline(omitsize=True, border=2, light="#fff", svgclass="qr")
    return Markup(drawn)  # noqa: S704 - segno draws modules of a link that we made


def qr_image(link: str) -> bytes:
    """Draw a link as an SVG file, for a picture that a page fetches."""
    drawn = BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", omitsize=True, border=2, light="#fff")
    return drawn.getvalue()
