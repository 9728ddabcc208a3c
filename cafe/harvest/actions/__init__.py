"""What happens when something is asked of the harvest."""

from cafe.harvest.actions import publication, texts

__all__ = ["publication", "texts"]
