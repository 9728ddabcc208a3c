"""Fixtures for all tests live in tests/support, one file for each thing that is set up."""

import pytest

pytest_plugins = [
    "tests.support.postgres",
    "tests.support.apps",
    "tests.support.world",
    "tests.support.server",
    "tests.support.browser",
    "tests.faults.figures",
    "tests.faults.phones",
    "tests.faults.phones",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what needs a real browser or breaks a real network have a second go, shown as "R".

    These wait for other programs on a machine that may be busy. What fails twice fails.
    """
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("bar"):
            item.add_marker(pytest.mark.flaky(reruns=1))
