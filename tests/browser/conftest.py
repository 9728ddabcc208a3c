"""What the tests of pages share."""

import pytest

from tests.support.server import Server


@pytest.fixture
def server(standing_server: Server) -> Server:
    """Give the server that stands for all pages: starting one takes longer than most looks at a page."""
    return standing_server
