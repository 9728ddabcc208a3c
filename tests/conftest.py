"""Fixtures for all tests live in tests/support, one file for each thing that is set up."""

import pytest

pytest_plugins = [
    "tests.support.sparing",
    "tests.support.postgres",
    "tests.support.apps",
    "tests.support.world",
    "tests.support.server",
    "tests.support.browser",
    "tests.faults.figures",
    "tests.faults.phones",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what needs a real browser have a second go, shown as "R"; what fails twice fails.

    It waits for another program on a machine that may be busy. What holds a bar has no second go: something
    that is lost now and then is lost.
    """
    for item in items:
        if item.get_closest_marker("browser") and not item.get_closest_marker("bar"):
            item.add_marker(pytest.mark.flaky(reruns=1))
