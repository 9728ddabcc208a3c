"""Logs that hold no names, notes or tokens: what happened and where in the code, never with what."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

import structlog

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


def configure() -> None:
    """Write one line a happening, as JSON, to standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            where_it_failed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def where_it_failed(_logger: Any, _method: str, happening: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Replace an exception by its type and the places in the code.

    Its message and the values of variables stay out: they may hold what somebody wrote.
    """
    failure = _failure(happening.pop("exc_info", None))
    if failure is not None:
        kind, error, _trace = failure
        frames = traceback.extract_tb(error.__traceback__)
        happening["error"] = kind.__name__
        happening["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    return happening


def _failure(given: Any) -> Failure | None:
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    if given:
        kind, error, trace = sys.exc_info()
        return (kind, error, trace) if kind and error else None
    return None
