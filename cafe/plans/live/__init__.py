"""Rows out: the row types of a work plan."""

from cafe.plans.live import goals, indicators, plan, reports

__all__ = ["goals", "indicators", "plan", "reports"]
