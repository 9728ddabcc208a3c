"""What happens when something is asked of the harvest."""

from cafe.harvest.actions import board, hosts, publication, texts, themes, undoing

__all__ = ["board", "hosts", "publication", "texts", "themes", "undoing"]
