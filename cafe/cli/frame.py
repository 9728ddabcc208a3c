"""What every command shares: an app to work in, and the way refusals are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask import Flask
from flask_babel import force_locale

from cafe.errors import SafeError


@contextmanager
def working_app() -> Iterator[Flask]:
    """Give an app by the settings of the environment; a refusal ends the command with its message."""
    from cafe.app import create_app  # noqa: PLC0415 - `cafe --help` need not wait for the whole app
    from cafe.settings import settings_from_environment  # noqa: PLC0415

    app = create_app(settings_from_environment())
    # What is told in a terminal is in the language of the terminal's own texts.
    with app.app_context(), force_locale("en"):
        try:
            yield app
        except SafeError as error:
            place = f"{error.field}: " if error.field else ""
            raise click.ClickException(f"{place}{error.message}") from None


def print_json(value: Any) -> None:
    """Print a value for people and programs to read."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
