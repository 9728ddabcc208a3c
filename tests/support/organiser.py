"""An organiser at a browser without JavaScript."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.support.cafe import PASSWORD, Hall


def signed_in(hall: Hall) -> FlaskClient:
    """Give a browser in which the hall's organiser has signed in."""
    client = hall.app.test_client()
    answer = client.post("/sign-in", data={"email": hall.email, "password": PASSWORD})
    assert answer.status_code == 302
    return client
