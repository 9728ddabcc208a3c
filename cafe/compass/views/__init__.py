"""HTTP in: the pages of the perspective compass."""

import cafe.compass.parts  # noqa: F401 - registers what stands on a team's page
from cafe.compass.views import answering, waves
from cafe.compass.views.blueprint import compass

__all__ = ["answering", "compass", "waves"]
