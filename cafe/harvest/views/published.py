"""What has been published: for everyone, without signing in and without JavaScript."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from markupsafe import Markup

from cafe.db import db
from cafe.errors import NotFound
from cafe.gatherings.words import said_days
from cafe.harvest.citations import numbered, render_cited
from cafe.harvest.queries.texts import published_page
from cafe.harvest.views.blueprint import harvest


@harvest.get("/published/<slug>")
def published(slug: str) -> ResponseReturnValue:
    """Show a published page. Raises NotFound when there is none, or it has been taken down."""
    with db.sessionmaker() as session:
        page = published_page(session, slug)
    if page is None:
        raise NotFound
    content: dict[str, Any] = page.content
    introduction = _part(content["introduction"], content["introduction_notes"], "note-0", top_heading=2)
    topics = [
        {**topic, **_part(topic["text"], topic["notes"], f"note-{topic['letter']}")}
        for topic in content["topics"]
    ]
    return render_template(
        "harvest/published.html",
        title=page.title,
        edition=page.edition,
        published_on=format_date(datetime.fromtimestamp(page.at / 1000, UTC), "long"),
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
