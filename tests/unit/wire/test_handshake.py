"""A WebSocket is accepted when it is asked for rightly, and never with extensions."""

import pytest

from cafe.wire.websocket import answer_to_handshake

# The example of RFC 6455, section 1.3.
KEY, ACCEPTED = "dGhlIHNhbXBsZSBub25jZQ==", b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_the_key_is_answered_and_compression_is_not_granted() -> None:
    asked = {
        "HTTP_SEC_WEBSOCKET_KEY": KEY,
        "HTTP_SEC_WEBSOCKET_VERSION": "13",
        "HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate",
    }
    answer = answer_to_handshake(asked)
    assert answer is not None
    assert b"Sec-WebSocket-Accept: " + ACCEPTED in answer
    assert b"xtensions" not in answer


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"HTTP_SEC_WEBSOCKET_KEY": KEY},
        {"HTTP_SEC_WEBSOCKET_KEY": KEY, "HTTP_SEC_WEBSOCKET_VERSION": "8"},
        {"HTTP_SEC_WEBSOCKET_KEY": "c2hvcnQ=", "HTTP_SEC_WEBSOCKET_VERSION": "13"},
        {"HTTP_SEC_WEBSOCKET_KEY": "æ\r\n", "HTTP_SEC_WEBSOCKET_VERSION": "13"},
    ],
)
def test_what_is_no_handshake_is_not_accepted(asked: dict[str, str]) -> None:
    assert answer_to_handshake(asked) is None
