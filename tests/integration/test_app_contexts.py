"""What ends with every request and every command."""

from inspect import iscoroutinefunction

from flask import Flask


def test_no_event_loop_is_started_when_a_request_or_command_ends(app: Flask) -> None:
    assert not [function for function in app.teardown_appcontext_funcs if iscoroutinefunction(function)]
