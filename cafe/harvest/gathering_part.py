"""What the pages of a gathering show of the harvest: the way to what its café sessions have published."""

from __future__ import annotations

from collections.abc import Collection

from flask import url_for
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.gatherings.published import PublishedPage, published_finders
from cafe.harvest.queries.publication import readable_of


def pages_to_read(session: Session, actor: Actor, gathering_ids: Collection[str]) -> list[PublishedPage]:
    """Give the newest edition of each page that somebody may read."""
    return [
        PublishedPage(
            gathering_id=found.gathering_id,
            session_id=found.session_id,
            title=found.title,
            address=url_for("harvest.published", slug=found.slug),
        )
        for found in readable_of(session, actor, gathering_ids)
    ]


published_finders.append(pages_to_read)
