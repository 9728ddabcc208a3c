"""Tell when a search can stop: nothing can be better."""

from cafe.rotation.bounds import find_bounds
from cafe.rotation.model import Instance
from cafe.rotation.seats import Figures


class Floor:
    """Compare figures with what is possible at best."""

    def __init__(self, instance: Instance) -> None:
        """Work out the bounds once."""
        self._bounds = find_bounds(instance)

    def reached(self, figures: Figures) -> bool:
        """Tell whether no plan can be better."""
        return (
            not (figures.violations or figures.alone or figures.sizes or figures.kinds)
            and figures.topics <= self._bounds.topic_repeats
            and figures.repeats <= self._bounds.repeats
            and figures.colleagues <= self._bounds.same_organisation
        )
