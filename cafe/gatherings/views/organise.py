"""The organisers' pages about gatherings."""

from __future__ import annotations
