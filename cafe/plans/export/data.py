"""Plans as data, made by the server itself: it takes little, and nothing of what sets pages is loaded."""

from __future__ import annotations

import json

from cafe.plans.export.sheets import Plans
from cafe.plans.facts import as_json, without_account_ids
from cafe.site.invented import is_invented

FORMATS = ("pdf", "docx", "xlsx", "json")


def plans_as_json(title: str, plans: Plans, today: str) -> bytes:
    """Give everything as data, in which nobody is named by their account."""
    whole = {
        "format": "kafedialog-plans-1",
        **({"invented": True} if is_invented() else {}),
        "title": title,
        "as_of": today,
        "plans": [
            {**as_json(without_account_ids(facts)), "report_texts": reports} for facts, reports in plans
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
