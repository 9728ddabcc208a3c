"""HTTP in: the pages of the perspective compass."""

from cafe.compass.views import answering, waves
from cafe.compass.views.blueprint import compass

__all__ = ["answering", "compass", "waves"]
