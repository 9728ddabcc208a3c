"""What may be asked of the harvest."""

from cafe.harvest.commands import hosts, publication, texts

__all__ = ["hosts", "publication", "texts"]
