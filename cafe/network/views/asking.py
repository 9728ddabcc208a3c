"""What the views of networks do with a form: ask for it, and say beside the field why not."""

from __future__ import annotations

from typing import Any

from cafe.commands import new_key
from cafe.errors import SafeError
from cafe.inputs import tell
from cafe.people.identity import actor_of_request, settings
from cafe.people.rules import new_secret
from cafe.perform import parse, perform

Told = dict[str, Any]


def done(form: Any, name: str, data: Told) -> Told | None:
    """Do what a form asks; when it is refused, say so beside the field and give None."""
    try:
        return perform(actor_of_request(), parse(name, new_key(), data)).result
    except SafeError as error:
        tell(form, error)
        return None


def invited(form: Any, name: str, data: Told) -> Told | None:
    """Invite whom a form names; give the name, and the link that is shown once where it is needed."""
    secret = new_secret()
    asked = {
        **data,
        "new_user_id": new_key(),
        "email": form.email.data,
        "display_name": form.display_name.data,
        "secret": secret,
    }
    answer = done(form, name, asked)
    if answer is None:
        return None
    link = f"{settings().origin}/invitation#{secret}" if answer["invited"] else ""
    return {"name": form.display_name.data, "link": link}
