"""What may be asked of the harvest."""

from cafe.harvest.commands import publication, texts

__all__ = ["publication", "texts"]
