"""Bringing the index of a scope up to date when somebody searches, so that writing costs nothing more.

Texts are read and stemmed outside any write; what is stored goes in transactions of a few milliseconds,
between which hosts write on.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from time import sleep
from typing import Any

from sqlalchemy import Row, and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from cafe.db import Base, db, unit_of_work
from cafe.live.model import Stream
from cafe.search.model import SearchDocument, SearchScope
from cafe.search.sources import Source, sources
from cafe.search.terms import terms_of

BATCH = 100
PAUSE = 0.003  # seconds; a greenlet that sleeps for none lets nobody in who waits for the time or a socket
_catching_up = threading.Lock()  # two who search at once do not do the same work twice

Read = Row[str, int, str]


@dataclass(frozen=True, kw_only=True)
class Behind:
    """What the index of one kind lacks: texts to read anew, and documents whose text is gone."""

    texts: list[Read]
    gone: list[int]


def catch_up(scope: str) -> None:
    """Index what is new or has another version, drop what is gone. Not to be called within a transaction."""
    with _catching_up:
        with db.sessionmaker() as session:
            # Asked before the texts: what is written meanwhile is looked at again by the next who searches.
            now = select(Stream.epoch, Stream.seq, Stream.kind).where(Stream.id == scope)
            stands = session.execute(now).one_or_none()
            if stands is None or (stands.epoch, stands.seq) == _indexed(session, scope):
                return
            behind = {
                kind: _behind(session, scope, kind, source) for kind, source in sources(stands.kind).items()
            }
        for kind, lacks in behind.items():
            _drop(lacks.gone)
            _index(scope, kind, lacks.texts)
        reached = {"scope": scope, "epoch": stands.epoch, "seq": stands.seq}
        with unit_of_work() as session:
            _upsert(session, SearchScope, [reached], "scope")


def catch_up_all(scopes: Collection[str]) -> None:
    """Do so for several scopes; where nothing was written it takes one question for all of them."""
    with db.sessionmaker() as session:
        reached = and_(SearchScope.scope == Stream.id, SearchScope.epoch == Stream.epoch)
        behind = (
            select(Stream.id)
            .outerjoin(SearchScope, and_(reached, SearchScope.seq == Stream.seq))
            .where(Stream.id.in_(scopes), SearchScope.scope.is_(None))
        )
        late = list(session.scalars(behind))
    for scope in late:
        catch_up(scope)


def _indexed(session: Session, scope: str) -> Row[str, int] | None:
    query = select(SearchScope.epoch, SearchScope.seq).where(SearchScope.scope == scope)
    return session.execute(query).one_or_none()


def _behind(session: Session, scope: str, kind: str, source: Source) -> Behind:
    texts = source(scope).subquery()
    document_id, version, _text = texts.c
    same = and_(SearchDocument.kind == kind, SearchDocument.document_id == document_id)
    unread = (
        select(*texts.c)
        .outerjoin(SearchDocument, same)
        .where(or_(SearchDocument.id.is_(None), SearchDocument.version != version))
    )
    orphans = (
        select(SearchDocument.id)
        .outerjoin(texts, SearchDocument.document_id == document_id)
        .where(SearchDocument.scope == scope, SearchDocument.kind == kind, document_id.is_(None))
    )
    return Behind(texts=list(session.execute(unread)), gone=list(session.scalars(orphans)))


def _index(scope: str, kind: str, texts: list[Read]) -> None:
    for start in range(0, len(texts), BATCH):
        rows = [
            {"kind": kind, "document_id": key, "scope": scope, "version": version, "terms": terms_of(text)}
            for key, version, text in texts[start : start + BATCH]
        ]
        with unit_of_work() as session:
            _upsert(session, SearchDocument, rows, "kind", "document_id")
        sleep(PAUSE)


def _upsert(session: Session, table: type[Base], rows: list[dict[str, Any]], *keys: str) -> None:
    """Store rows; another process may have been quicker."""
    connection = session.connection()
    # Both databases know the same clause, each by a class of its own.
    embedded = connection.dialect.name == "sqlite"
    insert = sqlite.insert(table) if embedded else postgresql.insert(table)
    changed = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed), rows)


def _drop(gone: list[int]) -> None:
    for start in range(0, len(gone), BATCH):
        with unit_of_work() as session:
            session.execute(delete(SearchDocument).where(SearchDocument.id.in_(gone[start : start + BATCH])))
        sleep(PAUSE)
