"""What has been published: without JavaScript, and without signing in unless it is for the network."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import format_date, gettext
from markupsafe import Markup

from cafe.days import said_day_at, said_days
from cafe.db import db
from cafe.harvest.citations import numbered, render_cited
from cafe.harvest.onward import Onward, TakingHome, onward_from, taking_home
from cafe.harvest.queries.publication import Page, may_read, published_page
from cafe.harvest.report.page import prose_as_html
from cafe.harvest.report.story import tell
from cafe.harvest.views.blueprint import harvest
from cafe.people.identity import actor_of_request
from cafe.site.page import calmly

FORBIDDEN = 403


@harvest.get("/published/<slug>")
def published(slug: str) -> ResponseReturnValue:
    """Show the newest edition. Raises NotFound when there is none, or it has been taken down."""
    return _show(slug, None)


@harvest.get("/published/<slug>/edition/<int:number>")
def published_edition(slug: str, number: int) -> ResponseReturnValue:
    """Show an edition, also after a later one has corrected it. Raises NotFound."""
    return _show(slug, number)


def for_others(page: Page) -> ResponseReturnValue:
    """Say kindly who may read a page, and how."""
    return render_template("harvest/for_the_network.html", network=page.network, slug=page.slug), FORBIDDEN


def said_day(at: int) -> str:
    """Write a moment as the day people know it by."""
    return str(format_date(datetime.fromtimestamp(at / 1000, UTC), "long"))


def _show(slug: str, number: int | None) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        page = published_page(session, slug, number)
        actor = actor_of_request()
        if not may_read(session, actor, page):
            return for_others(page)
        onward = onward_from(session, actor, page.session_id)
        newest = page.number == page.newest
        taking = taking_home(session, actor, page.session_id) if newest else None
    return _in_first_form(page) if page.facts is None else _booklet(page, onward, taking)


def _booklet(page: Page, onward: dict[str, list[Onward]], taking: TakingHome | None) -> str:
    assert page.facts is not None  # noqa: S101 - the caller has looked
    edition = gettext("Edition %(number)s, published %(day)s", number=page.number, day=said_day_at(page.at))
    return calmly(
        "harvest/published_report.html",
        page=page,
        booklet=tell(page.facts, page.title, edition),
        prose=prose_as_html,
        said_day_at=said_day_at,
        onward=onward,
        led_on=[conclusion for conclusion in page.facts.conclusions if conclusion.id in onward],
        taking=taking,
        taken=request.args.get("taken", "") if taking else "",
    )


def _in_first_form(page: Page) -> ResponseReturnValue:
    content = page.content
    introduction = _part(content["introduction"], content["introduction_notes"], "note-0", top_heading=2)
    topics = [
        {**topic, **_part(topic["text"], topic["notes"], f"note-{topic['letter']}")}
        for topic in content["topics"]
    ]
    return render_template(
        "harvest/published.html",
        title=page.title,
        edition=page.number,
        published_on=said_day_at(page.at),
        content=content,
        days=said_days(content["starts_on"], content["ends_on"]),
        introduction=introduction,
        topics=topics,
    )


def _part(text: str, notes: list[dict[str, Any]], anchor: str, top_heading: int = 3) -> dict[str, Any]:
    """Give a text as HTML, and the notes it cites in the order of their numbers."""
    by_id = {note["id"]: note for note in notes}
    cited = [
        {**by_id[note_id], "number": number, "anchor": f"{anchor}-{number}"}
        for note_id, number in numbered(text, by_id).items()
    ]
    html = render_cited(text, known=by_id, anchor=anchor, top_heading=top_heading)
    return {"html": Markup(html), "cited": cited}  # noqa: S704 - sanitised by render_markdown
