"""The blueprint that the views of the harvest register with."""

from typing import Any

from flask import Blueprint, current_app

harvest = Blueprint("harvest", __name__)

# The organisers' pages, for the way through the harvest that stands on top of each.
PAGES = ("harvest.harvest_page", "harvest.board", "harvest.votes", "harvest.conclusions", "harvest.report")


@harvest.context_processor
def steps() -> dict[str, Any]:
    """Tell templates which of the pages there are."""
    return {"harvest_pages": [endpoint for endpoint in PAGES if endpoint in current_app.view_functions]}
