"""The organisers' harvest page and the published page."""

from __future__ import annotations
