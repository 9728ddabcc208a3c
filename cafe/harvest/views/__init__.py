"""HTTP in: the harvest, the published page, the exports."""

from cafe.harvest.views import pages
from cafe.harvest.views.blueprint import harvest

__all__ = ["harvest", "pages"]
