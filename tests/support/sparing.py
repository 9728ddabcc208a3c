"""What every test would pay for again, and learn nothing by: done once in each worker, or cheaply."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule

from cafe.people import actions

_builders: dict[tuple[Any, ...], Callable[..., tuple[str, str]]] = {}


class RuleCompiledOnce(Rule):
    """A rule whose code for building addresses is shared with the same rule of other apps.

    That code knows the rule by `self` alone, and compiling it is nearly all that making an app takes.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        known = (self.rule, self.merge_slashes, *sorted((self.defaults or {}).items()), append_unknown)
        if known not in _builders:
            _builders[known] = super()._compile_builder(append_unknown)
        return _builders[known]


@pytest.fixture(scope="session", autouse=True)
def _spare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile rules and templates once for all apps of a worker; hash passwords with as little as can be."""
    templates = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "url_rule_class", RuleCompiledOnce)
        patch.setattr(Flask, "jinja_options", {**Flask.jinja_options, "bytecode_cache": templates})
        patch.setattr(actions, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield
