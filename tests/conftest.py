"""Fixtures for all tests live in tests/support, one file for each thing that is set up."""

pytest_plugins = [
    "tests.support.postgres",
    "tests.support.apps",
    "tests.support.world",
    "tests.support.server",
    "tests.support.browser",
    "tests.faults.figures",
    "tests.faults.phones",
]
