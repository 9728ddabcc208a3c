"""What happens when something is asked of work plans."""

from cafe.plans.actions import goals, plan, texts

__all__ = ["goals", "plan", "texts"]
