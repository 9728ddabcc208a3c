"""What everyone is told is not compressed anew for each phone."""

from typing import Any

from cafe.people.sockets import uncompressed


def test_a_browser_that_asks_for_compression_gets_none() -> None:
    def app(environ: dict[str, Any], _start_response: Any) -> list[str]:
        return sorted(environ)

    asked = {"HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate", "HTTP_UPGRADE": "websocket"}
    assert uncompressed(app)(asked, None) == ["HTTP_UPGRADE"]
