"""What people type to sign in."""

from __future__ import annotations

import re

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, Length

from cafe.i18n import lazy
from cafe.inputs import MISSING

LEAST = 12


def secret_of(text: str) -> str:
    """Give the secret in what was pasted: a whole link, or only what stands after its #."""
    return re.sub(r"\s", "", text).rpartition("#")[2]


class SignInForm(FlaskForm):
    """An e-mail address and a password. Both may be pasted and filled in by a password manager."""

    email = EmailField(lazy("E-mail"), validators=[DataRequired(MISSING), Length(max=200)])
    password = PasswordField(lazy("Password"), validators=[DataRequired(MISSING), Length(max=200)])
    stay = BooleanField(lazy("Stay signed in on this device for 30 days"))


class LinkForm(FlaskForm):
    """A personal link. The page reads it from its own address; without JavaScript it is pasted."""

    secret = StringField(
        lazy("Your link"),
        validators=[DataRequired(MISSING)],
        filters=[lambda text: secret_of(text or "")],
    )


class InvitationForm(LinkForm):
    """A personal link and a new password."""

    password = PasswordField(
        lazy("Choose a password"),
        validators=[
            DataRequired(MISSING),
            Length(min=LEAST, max=200, message=lazy("The password needs at least 12 characters.")),
        ],
    )
    again = PasswordField(
        lazy("The same password again"),
        validators=[
            DataRequired(MISSING),
            EqualTo("password", message=lazy("The two passwords are not the same. Type both again.")),
        ],
    )
