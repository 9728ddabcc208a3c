"""What happens when something is asked of the harvest."""

from cafe.harvest.actions import hosts, publication, texts

__all__ = ["hosts", "publication", "texts"]
