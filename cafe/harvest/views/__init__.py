"""HTTP in: the harvest, the published page, the exports."""

from cafe.harvest.views import export, pages, published, search
from cafe.harvest.views.blueprint import harvest

__all__ = ["export", "harvest", "pages", "published", "search"]
