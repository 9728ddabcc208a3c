"""Write a PDF: HTML on standard input, the PDF on standard output, a stylesheet's path as the argument.

A process of its own, since laying out a hundred pages takes seconds in which a server would answer nobody.
"""

from __future__ import annotations

import sys
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

# What a page shows is in the page. Left to itself the writer would fetch, even files of this machine.
NOTHING = URLFetcher(allowed_protocols=())


def write(document: str, stylesheet: Path, variant: str = "pdf/ua-1") -> bytes:
    """Lay a document out by a stylesheet and give it as a tagged PDF file; nothing is fetched.

    `variant` is the standard that the writer aims at. No validator has looked at the result.
    """
    page = HTML(string=document, url_fetcher=NOTHING)
    sheet = CSS(string=stylesheet.read_text(encoding="utf-8"), url_fetcher=NOTHING)
    return page.write_pdf(stylesheets=[sheet], pdf_variant=variant) or b""


def main() -> None:
    """Read, lay out and write."""
    sys.stdout.buffer.write(write(sys.stdin.buffer.read().decode(), Path(sys.argv[1])))


if __name__ == "__main__":
    main()
