"""The organisers' pages before the session: its shape, its people, its seats."""

from __future__ import annotations
