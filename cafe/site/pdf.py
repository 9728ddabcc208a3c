"""PDF files, written by a process of their own: the server answers others meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import ClassVar

from cafe.errors import SafeError
from cafe.i18n import lazy
from cafe.settings import STATIC

PATIENCE = 120  # seconds


class PdfNotMade(SafeError):
    """The PDF writer failed, or its libraries are not installed."""

    code = "pdf_not_made"
    status: ClassVar[int] = 503
    default = lazy(
        "The PDF file could not be made here. Open the page and print it from the browser instead; "
        "nothing was changed."
    )


def pdf_of(html: str, stylesheet: str) -> bytes:
    """
    Turn a page into a tagged PDF file, in a process of its own.

    `html` is a whole document that fetches nothing; `stylesheet` the path of one file under static/.
    Raises PdfNotMade.
    """
    command = [sys.executable, "-m", "cafe.site.pdf_writer", str(STATIC / Path(stylesheet))]
    try:
        written = subprocess.run(  # noqa: S603 - our own module
            command, input=html.encode(), capture_output=True, timeout=PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        raise PdfNotMade from None
    return written.stdout
