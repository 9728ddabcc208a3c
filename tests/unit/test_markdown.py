"""Markdown becomes HTML that runs nothing and leads nowhere unasked."""

from __future__ import annotations

import re
import timeit

import pytest

from cafe.harvest.citations import render_cited
from cafe.markdown import render_markdown

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.example)",
    "[x](/sign-out)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/x.png)",
    "![x][r]\n\n[r]: https://evil.example/x.png",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://example.org "onmouseover=alert(1) x=\\"")',
    '[x](https://example.org "[#abcdefgh]")',
    "<iframe src=https://evil.example></iframe>",
    "<style>*{display:none}</style>",
    "<form action=https://evil.example><button>x</button></form>",
    "<b style='position:fixed' onclick=alert(1) id=main>x</b>",
    "<!--><script>alert(1)</script>-->",
    "`<script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '[a](http://x"onclick=alert(1)//)',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
TAG = re.compile(r"<(/?)([a-z0-9]+)((?:\s+[a-z-]+=\"[^\"]*\")*)\s*/?>")
ALLOWED = {"p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "sup", "span"}
ALLOWED |= {"h3", "h4", "h5", "h6"}


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_and_nothing_is_fetched(text: str) -> None:
    html = render_cited(text, known={"abcdefgh"}, anchor="note")
    outside = TAG.sub("", html)
    assert "<" not in outside, html
    for _, tag, attributes in TAG.findall(html):
        assert tag in ALLOWED
        for name, value in re.findall(r"([a-z-]+)=\"([^\"]*)\"", attributes):
            assert name in {"href", "title", "rel", "class", "start"}
            if name == "href":
                assert re.match(r"https?://|mailto:|#note-\d+$", value), value
            if name == "class":
                assert value in {"cite", "cite cite--unknown"}


def test_links_keep_where_one_came_from() -> None:
    html = render_markdown("[x](https://example.org)")
    assert html == '<p><a href="https://example.org" rel="noopener noreferrer nofollow">x</a></p>'


def test_headings_stand_below_the_page_s_own() -> None:
    assert render_markdown("# A\n## B", top_heading=3) == "<h3>A</h3>\n<h4>B</h4>"
    assert render_markdown("### A\n#### B", top_heading=3) == "<h3>A</h3>\n<h4>B</h4>"
    assert "<h6>" in render_markdown("# A\n###### B", top_heading=3)


def test_a_list_begins_right_under_a_line() -> None:
    assert "<li>one</li>" in render_markdown("We heard:\n- one\n- two")
    assert render_markdown("- one\n  more\n- two").count("<li>") == 2


def test_citations_are_numbered_in_order_and_hug_their_word() -> None:
    html = render_cited(
        "A [#aaaaaaaa], b [#bbbbbbbb][#aaaaaaaa].", known={"aaaaaaaa", "bbbbbbbb"}, anchor="A"
    )
    assert re.findall(r'href="#(A-\d)"[^>]*>(\d)<', html) == [("A-1", "1"), ("A-2", "2"), ("A-1", "1")]
    assert "<p>A<sup>" in html
    assert "?" in render_cited("x [#cccccccc]", known=set(), anchor="A")


@pytest.mark.parametrize(
    "text", ["[" * 30_000, "[a](b " * 9_000, ">" * 20_000, "*a **b " * 8_000, "- " * 20_000]
)
def test_no_text_takes_much_more_than_its_length_explains(text: str) -> None:
    """Eight times the text may take eight times as long; where each sign looks at all others, it is 64."""
    assert _seconds(text) < 40 * max(_seconds(text[: len(text) // 8]), 0.005)


def _seconds(text: str) -> float:
    return min(timeit.repeat(lambda: render_markdown(text), number=1, repeat=3))
