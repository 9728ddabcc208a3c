"""docs/protocol.md is what the code says; docs/import-file.md names every field."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from cafe.authorisation.tables import COMMANDS
from cafe.commands import registry
from cafe.importing import file as import_file
from cafe.live.rows import row_types
from cafe.protocol import protocol_document
from tests.support.apps import app_on

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    app = app_on(f"sqlite:///{tmp_path_factory.mktemp('protocol') / 'cafe.db'}")
    with app.app_context():
        return protocol_document()


def test_the_committed_document_is_what_the_code_says(document: str) -> None:
    assert (ROOT / "docs/protocol.md").read_text() == document, "run: cafe protocol > docs/protocol.md"


def test_every_command_and_every_row_type_is_in_it(document: str) -> None:
    for name in COMMANDS:
        assert name not in registry or f"### `{name}`" in document
    for row_type in row_types():
        assert f"### `{row_type.name}`" in document


def test_the_import_file_is_documented_field_by_field() -> None:
    text = (ROOT / "docs/import-file.md").read_text()
    parts = [
        part
        for part in vars(import_file).values()
        if isinstance(part, type) and issubclass(part, BaseModel) and part is not import_file.FilePart
    ]
    for part in parts:
        for name, field in part.model_fields.items() if part.__module__ == import_file.__name__ else ():
            assert f"| `{name}` |" in text, f"{part.__name__}.{name}"
            assert str(field.description) in text, f"{part.__name__}.{name}"
