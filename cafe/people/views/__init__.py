"""HTTP in: signing in and out, invitations and personal links."""

from cafe.people.views import links, sign_in
from cafe.people.views.blueprint import people

__all__ = ["links", "people", "sign_in"]
