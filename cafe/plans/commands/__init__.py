"""What may be asked of work plans."""

from cafe.plans.commands import goals, plan

__all__ = ["goals", "plan"]
