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


def main() -> None:
    """Read, lay out and write."""
    page = HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=NOTHING)
    sheet = CSS(string=Path(sys.argv[1]).read_text(encoding="utf-8"), url_fetcher=NOTHING)
    sys.stdout.buffer.write(page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1") or b"")


if __name__ == "__main__":
    main()
