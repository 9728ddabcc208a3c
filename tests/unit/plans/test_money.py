"""An amount is said as people write it, in whole units, and stays on one line."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from cafe.plans.facts_kinds import FundingFacts
from cafe.plans.facts_words import said_money

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    Babel(app)
    return app


@pytest.mark.parametrize(
    ("language", "amount", "currency", "words"),
    [
        ("nb", 450_000, "NOK", f"450{SPACE}000{SPACE}kr"),
        ("sv", 450_000, "SEK", f"450{SPACE}000{SPACE}kr"),
        ("en", 450_000, "EUR", f"450,000{SPACE}€"),
        ("nb", None, "NOK", ""),
    ],
)
def test_an_amount_is_said_with_its_currency(
    app: Flask, language: str, amount: int | None, currency: str, words: str
) -> None:
    funding = FundingFacts(id="f", source="The state", amount=amount, currency=currency)
    with app.test_request_context(), force_locale(language):
        assert said_money(funding) == words
