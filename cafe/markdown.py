"""Markdown → HTML that is safe to show: no raw HTML, no images, links that keep where one came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

DEEPEST_HEADING = 6
MOST_BRACKET_WORK = 5_000_000
SCHEMES = {"http", "https", "mailto"}
TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "sup", "span"),
    *(f"h{level}" for level in range(1, DEEPEST_HEADING + 1)),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
# What a citation leads to on its own page; every other address has to say its scheme.
_ON_THIS_PAGE = re.compile(r"#[A-Za-z0-9_-]+")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")


def render_markdown(text: str, *, top_heading: int = 2, extensions: Sequence[Extension] = ()) -> str:
    """Render a text; its highest heading becomes `top_heading`, so that it stands below the page's own."""
    try:
        html = _renderer(text, top_heading, extensions).convert(text)
    except RecursionError:
        # A text of a thousand nested lists means no harm that is worth a failing page.
        html = f"<p>{escape(text)}</p>"
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"a": {"cite"}, "span": {"cite", "cite--unknown"}},
        url_schemes=SCHEMES,
        url_relative=_only_on_this_page,
        link_rel="noopener noreferrer nofollow",
    )


def _only_on_this_page(url: str) -> str | None:
    return url if _ON_THIS_PAGE.fullmatch(url) else None


def _renderer(text: str, top_heading: int, extensions: Sequence[Extension]) -> Markdown:
    renderer = Markdown(extensions=["sane_lists", "nl2br", _House(top_heading), *extensions])
    renderer.preprocessors.deregister("html_block")  # raw HTML is text like any other
    renderer.inlinePatterns.deregister("html")
    for image in ("image_link", "image_reference", "short_image_ref"):
        renderer.inlinePatterns.deregister(image)
    if _bracket_work(text) > MOST_BRACKET_WORK:
        for link in ("link", "reference", "short_reference"):
            renderer.inlinePatterns.deregister(link)
    return renderer


def _bracket_work(text: str) -> int:
    """Estimate the search for closing brackets, which goes to the end of the paragraph for each open one.

    Twenty thousand open brackets would keep the whole server busy for a minute.
    """
    return sum(part.count("[") * len(part) for part in re.split(r"\n[ \t]*\n", text))


class _House(Extension):
    def __init__(self, top_heading: int) -> None:
        self.top_heading = top_heading
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.register(_ListsBeginAnywhere(md), "lists_begin_anywhere", 15)
        md.treeprocessors.register(_Headings(md, self.top_heading), "headings", 0)


class _ListsBeginAnywhere(Preprocessor):
    """Let a list begin right under a line of text, as people write it."""

    def run(self, lines: list[str]) -> list[str]:
        result: list[str] = []
        for line in lines:
            above = result[-1] if result else ""
            in_text = bool(above.strip()) and above[0] not in " \t>" and not _LIST_ITEM.match(above)
            if in_text and _LIST_ITEM.match(line) and _is_no_continuation(result):
                result.append("")
            result.append(line)
        return result


def _is_no_continuation(lines: list[str]) -> bool:
    """Tell whether the paragraph that ends here is none inside a list."""
    for line in reversed(lines):
        if not line.strip():
            return True
        if _LIST_ITEM.match(line):
            return False
    return True


class _Headings(Treeprocessor):
    def __init__(self, md: Markdown, top_heading: int) -> None:
        self.top_heading = top_heading
        super().__init__(md)

    def run(self, root: Element) -> None:
        headings = [each for each in root.iter() if re.fullmatch(r"h[1-6]", str(each.tag))]
        highest = min((int(each.tag[1]) for each in headings), default=1)
        for heading in headings:
            level = int(heading.tag[1]) - highest + self.top_heading
            heading.tag = f"h{min(DEEPEST_HEADING, level)}"
