"""What may be asked of the harvest."""

from cafe.harvest.commands import board, hosts, publication, texts

__all__ = ["board", "hosts", "publication", "texts"]
