"""Tell when a search can stop: nothing can be better."""

from cafe.rotation.bounds import find_bounds
from cafe.rotation.figures import Figures
from cafe.rotation.model import Instance


class Floor:
    """Compare figures with what is possible at best."""

    def __init__(self, instance: Instance) -> None:
        """Work out the bounds once."""
        self._bounds = find_bounds(instance)

    @property
    def repeats(self) -> int:
        """Give the least number of repeated meetings."""
        return self._bounds.repeats

    def reached(self, figures: Figures) -> bool:
        """Tell whether no plan can be better."""
        return (
            not (figures.violations or figures.alone or figures.sizes or figures.kinds)
            and figures.topics <= self._bounds.topic_repeats
            and figures.repeats <= self._bounds.repeats
            and figures.colleagues <= self._bounds.same_organisation
        )
