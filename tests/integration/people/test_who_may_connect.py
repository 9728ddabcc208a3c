"""Sockets are let in from our own pages only, whichever way the browser says where it is."""

from __future__ import annotations

import pytest
from flask import Flask

from cafe.people.sockets import socketio
from tests.support.apps import ORIGIN


@pytest.mark.parametrize(
    ("headers", "lets_in"),
    [
        ({"Origin": ORIGIN}, True),
        ({"Referer": f"{ORIGIN}/cafe/x"}, True),  # polling: a GET to one's own server has no Origin
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "https://elsewhere.example", "Referer": f"{ORIGIN}/"}, False),
        ({"Referer": "https://elsewhere.example/"}, False),
        ({"Referer": f"{ORIGIN}.elsewhere.example/"}, False),
        ({}, False),
    ],
)
def test_a_socket_connects_from_our_own_pages(app: Flask, headers: dict[str, str], lets_in: bool) -> None:
    client = socketio.test_client(app, headers=headers)
    assert client.is_connected() is lets_in
