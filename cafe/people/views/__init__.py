"""HTTP in: signing in and out, leaving, invitations and personal links."""

from cafe.people.views import leaving, links, sign_in
from cafe.people.views.blueprint import people

__all__ = ["leaving", "links", "people", "sign_in"]
