"""Streams of rows: what changed, who may see it, and how it reaches them."""
