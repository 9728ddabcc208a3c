"""What people type about networks, organisations and teams."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from cafe.commands import new_key
from cafe.i18n import Message, lazy
from cafe.inputs import MISSING, TOO_LONG, can_be_stored, choice, line, stripped
from cafe.network.words import CONTACT_KINDS, FUNCTIONS, ORGANISATION_KINDS, ORGANISATION_ROLES, POSTS

KEY = r"^[A-Za-z0-9_-]{8,36}$"
LONG = Length(
    max=2000, message=lazy("This is longer than %(most)s characters. It is kept; shorten it.", most=2000)
)
LOOKS_LIKE_EMAIL = Regexp(
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    message=lazy("This does not look like an e-mail address. Look at it again."),
)
UNSAID = choice("", lazy("Not said"))


def _email(*, required: bool) -> EmailField:
    needed = DataRequired(MISSING) if required else Optional()
    return EmailField(
        lazy("E-mail"),
        validators=[needed, Length(max=200, message=TOO_LONG), LOOKS_LIKE_EMAIL],
        filters=[stripped],
    )


def _post() -> SelectField:
    choices = [choice(post.value, word) for post, word in POSTS.items()]
    return SelectField(
        lazy("What they do in the team"),
        choices=choices,
        default="member",
        validators=[DataRequired(MISSING)],
    )


def _function(label: Message) -> SelectField:
    choices = [UNSAID, *(choice(each.value, word) for each, word in FUNCTIONS.items())]
    return SelectField(label, choices=choices, validators=[Optional()])


class NetworkForm(FlaskForm):
    """What a network is called and says of itself."""

    title = line(lazy("What is the network called?"))
    about = TextAreaField(
        lazy("What is it about?"), validators=[Optional(), LONG, can_be_stored], filters=[stripped]
    )


class InviteForm(FlaskForm):
    """Somebody who is to come in."""

    display_name = line(lazy("Name"))
    email = _email(required=True)


class MemberForm(InviteForm):
    """Somebody who is to come into a team."""

    post = _post()
    function = _function(lazy("What they are employed or appointed as"))


class ChangeMemberForm(FlaskForm):
    """What somebody does in a team."""

    post = _post()
    function = _function(lazy("What they are employed or appointed as"))


class OwnFunctionForm(FlaskForm):
    """What one is employed or appointed as oneself."""

    function = _function(lazy("What you are employed or appointed as"))


class OrganisationForm(FlaskForm):
    """An organisation to add."""

    id = HiddenField(default=new_key, validators=[Regexp(KEY)])
    title = line(lazy("Name"))
    kind = SelectField(
        lazy("What kind of organisation is it?"),
        choices=[choice(kind.value, word) for kind, word in ORGANISATION_KINDS.items()],
        validators=[DataRequired(MISSING)],
    )
    number = line(lazy("Number"), required=False, most=20)
    role = SelectField(
        lazy("What is its part in the network?"),
        choices=[choice(role.value, word) for role, word in ORGANISATION_ROLES.items()],
        validators=[DataRequired(MISSING)],
    )


class ChangeOrganisationForm(OrganisationForm):
    """An organisation to change."""

    context = TextAreaField(
        lazy("What should others know of it now?"),
        validators=[Optional(), LONG, can_be_stored],
        filters=[stripped],
    )


class TitleForm(FlaskForm):
    """What a team or a unit is called."""

    id = HiddenField(default=new_key, validators=[Regexp(KEY)])
    title = line(lazy("Name"))


class ContactForm(FlaskForm):
    """Whom to turn to in a unit."""

    id = HiddenField(default=new_key, validators=[Regexp(KEY)])
    kind = SelectField(
        lazy("Who is it?"),
        choices=[choice(kind.value, word) for kind, word in CONTACT_KINDS.items()],
        validators=[DataRequired(MISSING)],
    )
    display_name = line(lazy("Name"))
    email = _email(required=False)
