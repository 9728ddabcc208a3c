"""What became of what was said, by table, to be read without JavaScript.

A phone that knows where it sat shows only that.
Nobody's path is asked for: the page of all tables goes to everyone alike, and what is picked from it stays on
the phone (after the # of an address, which no browser sends).
"""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from cafe.db import db
from cafe.errors import NotFound
from cafe.harvest.became import tables_of
from cafe.harvest.onward import onward_from
from cafe.harvest.queries.publication import may_read, published_page
from cafe.harvest.report.words import said_origin
from cafe.harvest.views.blueprint import harvest
from cafe.harvest.views.published import for_others
from cafe.people.identity import actor_of_request
from cafe.site.page import calmly


@harvest.get("/published/<slug>/tables")
def published_tables(slug: str) -> ResponseReturnValue:
    """Show what became of what every table said."""
    return _show(slug, None)


@harvest.get("/published/<slug>/table/<int:number>")
def published_table(slug: str, number: int) -> ResponseReturnValue:
    """Show what became of what one table said. Raises NotFound for a table there was not."""
    return _show(slug, number)


def _show(slug: str, number: int | None) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        page = published_page(session, slug)
        actor = actor_of_request()
        if not may_read(session, actor, page):
            return for_others(page)
        onward = onward_from(session, actor, page.session_id)
    if page.facts is None:
        return render_template("harvest/became_unknown.html", page=page)
    tables = tables_of(page.facts)
    if number is not None and number not in tables:
        raise NotFound
    return calmly(
        "harvest/became.html",
        page=page,
        occasion=page.facts.occasion,
        number=number,
        numbers=list(tables),
        tables=tables if number is None else {number: tables[number]},
        onward=onward,
        said_origin=said_origin,
    )
