"""The protocol's documentation: an introduction written by hand, everything after it read from the code."""

from cafe.protocol.document import protocol_document

__all__ = ["protocol_document"]
