"""When letters are written and tried again, what they tell, and how they leave."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafe.clock import HOUR, MINUTE
from cafe.mail.post import Outgoing, Post, as_message, post_from
from cafe.mail.rules import APART, is_time_for_a_digest, next_try
from cafe.reminding.days import Day, DayKind, digest_of

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2027, 2, 8, 7, 10, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("now", "last", "due"),
    [
        (MONDAY, None, True),
        (MONDAY.replace(hour=6), None, False),
        (MONDAY.replace(hour=17), None, False),
        (MONDAY + timedelta(days=4), None, True),  # the server was off until Friday
        (MONDAY + timedelta(days=5), None, False),  # Saturday
        (MONDAY, MONDAY - timedelta(days=7), True),
        (MONDAY + timedelta(hours=3), MONDAY, False),  # this week's has been written
        (MONDAY, MONDAY - timedelta(days=3), False),  # last week's came on Friday
        (MONDAY + timedelta(days=3), MONDAY - timedelta(days=3), True),
    ],
)
def test_a_digest_is_written_on_a_working_day_once_a_week(
    now: datetime, last: datetime | None, due: bool
) -> None:
    assert is_time_for_a_digest(now, last) is due


@given(st.lists(st.integers(0, 60 * 24 * 40), min_size=1, max_size=200))
def test_whenever_the_clock_looks_two_digests_are_never_close(minutes: list[int]) -> None:
    last: datetime | None = None
    for minute in sorted(minutes):
        now = MONDAY + timedelta(minutes=minute)
        if is_time_for_a_digest(now, last):
            assert last is None or now - last >= APART
            last = now


def test_a_letter_that_cannot_be_sent_is_tried_again_later_and_later() -> None:
    waits = [next_try(tries) for tries in range(1, 30)]
    assert waits == sorted(waits)
    assert waits[0] == 2 * MINUTE
    assert max(waits) == 24 * HOUR


def day(on: date, kind: DayKind = DayKind.MEASURE, until: date | None = None) -> Day:
    return Day(id=f"{kind}{on}", on=on, kind=kind, title="T", until=until)


def test_a_digest_tells_what_is_late_what_is_soon_and_when_we_meet() -> None:
    today = date(2027, 2, 8)
    past, now, far = (
        day(today - timedelta(days=1)),
        day(today),
        day(today + timedelta(days=15)),
    )
    long_past = day(today - timedelta(days=91))
    meeting = day(today - timedelta(days=1), DayKind.GATHERING, today)  # its second day
    over = day(today - timedelta(days=3), DayKind.GATHERING, today - timedelta(days=2))
    digest = digest_of([far, now, over, meeting, past, long_past], today)
    assert digest.late == (past,)
    assert digest.soon == (now,)
    assert digest.gatherings == (meeting,)
    assert digest_of([far, long_past, over], today).is_empty


@pytest.mark.parametrize(
    ("address", "port", "encryption", "user", "password"),
    [
        ("smtp://mail.example.org", 25, "smtp", None, None),
        ("smtps://a%40b:p%3Aq@mail.example.org", 465, "smtps", "a@b", "p:q"),
        ("smtp+starttls://me:secret@mail.example.org:2525", 2525, "smtp+starttls", "me", "secret"),
    ],
)
def test_the_address_of_a_mail_server_is_read(
    address: str, port: int, encryption: str, user: str | None, password: str | None
) -> None:
    expected = Post(
        host="mail.example.org",
        port=port,
        sender="cafe@example.org",
        encryption=encryption,
        user=user,
        password=password,
    )
    assert post_from(address, "cafe@example.org") == expected


@pytest.mark.parametrize(
    "address", ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://h/x"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="smtp"):
        post_from(address, "cafe@example.org")


def test_a_name_cannot_add_a_header() -> None:
    post = post_from("smtp://mail.example.org", "cafe@example.org")
    letter = Outgoing(
        id="letter-1",
        to_name="Åse\r\nBcc: all@example.org",
        to_address="ase@example.org",
        subject="Uka",
        text="Hei",
        stop_link="https://cafe.example.org/letters/stop/x",
        language="nb",
    )
    message = as_message(letter, post, MONDAY)
    assert "Bcc" not in message
    assert message["To"].addresses[0].addr_spec == "ase@example.org"
    assert message["List-Unsubscribe"] == "<https://cafe.example.org/letters/stop/x>"
