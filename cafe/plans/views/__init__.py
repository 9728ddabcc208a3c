"""HTTP in: the pages of work plans."""

from cafe.plans.views import rows
from cafe.plans.views.blueprint import plans

__all__ = ["plans", "rows"]
