"""The tests' own PostgreSQL is there, is quick to start and keeps workers apart."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

pytestmark = pytest.mark.postgres


def ask(url: str, question: str) -> object:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        result = connection.execute(sa.text(question))
        answer: object = result.scalar() if result.returns_rows else None
    engine.dispose()
    return answer


def test_database_answers_and_speaks_utf8(postgres_url: str) -> None:
    assert ask(postgres_url, "SELECT upper('blåbærsyltetøy')") == "BLÅBÆRSYLTETØY"
    assert ask(postgres_url, "SHOW server_encoding") == "UTF8"


def test_server_is_on_no_network(postgres_url: str) -> None:
    assert ask(postgres_url, "SHOW listen_addresses") == ""


def test_every_new_database_is_empty_and_its_own(new_postgres_url: Callable[[], str]) -> None:
    first, second = new_postgres_url(), new_postgres_url()
    assert first != second
    ask(first, "CREATE TABLE tables (id int)")
    assert ask(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
