"""Personal links: a place on another phone, and the wall."""

from __future__ import annotations
