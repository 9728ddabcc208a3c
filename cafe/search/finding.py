"""Finding texts by words, in whichever database there is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, cast, column, func, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from cafe.search.model import SearchDocument
from cafe.search.terms import Term, wanted

MOST = 20_000
Wanted = list[tuple[Term, ...]]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A text that was found; the higher its rank, the closer it is to what was looked for."""

    kind: str
    id: str
    rank: float


def find(
    session: Session,
    scope: str | Collection[str],
    words: str,
    *,
    kinds: Collection[str] | None = None,
    most: int = MOST,
) -> list[Found]:
    """Give the texts of a scope, or of several, with all the words in some form of theirs, the closest first.

    Looks in the index as it is: call `catch_up` before the session has read anything. What holds no letter
    and no digit finds nothing.
    """
    return find_wanted(session, scope, wanted(words), kinds=kinds, most=most)


def find_wanted(
    session: Session,
    scope: str | Collection[str],
    looked_for: Wanted,
    *,
    kinds: Collection[str] | None = None,
    most: int = MOST,
) -> list[Found]:
    """Give the texts that have, for every group of terms, one of them."""
    if not looked_for:
        return []
    embedded = session.get_bind().dialect.name == "sqlite"
    query, rank = (_embedded if embedded else _on_server)(looked_for)
    query = query.where(SearchDocument.scope.in_([scope] if isinstance(scope, str) else scope))
    if kinds is not None:
        query = query.where(SearchDocument.kind.in_(kinds))
    query = query.order_by(rank.desc(), SearchDocument.kind, SearchDocument.document_id).limit(most)
    return [Found(kind=kind, id=key, rank=rank) for kind, key, rank in session.execute(query)]


def _embedded(looked_for: Wanted) -> tuple[Select[Any], ColumnElement[float]]:
    terms = table("search_terms", column("rowid"), column("rank"), column("search_terms"))
    asked = " AND ".join(f"({' OR '.join(_quoted(each) for each in group)})" for group in looked_for)
    rank = -terms.c.rank
    query = (
        select(SearchDocument.kind, SearchDocument.document_id, rank)
        .join(terms, terms.c.rowid == SearchDocument.id)
        .where(terms.c.search_terms.op("MATCH")(asked))
    )
    return query, rank


def _quoted(term: Term) -> str:
    return f'"{term.text}"{" *" if term.beginning else ""}'


def _on_server(looked_for: Wanted) -> tuple[Select[Any], ColumnElement[float]]:
    asked = cast(
        " & ".join(f"({' | '.join(_lexeme(each) for each in group)})" for group in looked_for), TSQUERY
    )
    rank = func.ts_rank(SearchDocument.terms, asked)
    query = select(SearchDocument.kind, SearchDocument.document_id, rank)
    return query.where(SearchDocument.terms.op("@@")(asked)), rank


def _lexeme(term: Term) -> str:
    return f"'{term.text}'{':*' if term.beginning else ''}"
