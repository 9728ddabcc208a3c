"""What other methods and earlier searches reached, measured on a shared AMD EPYC core with CPython 3.11.

Cells are repeats / same organisation / kind gap of an independent scorer. `random`: random seats with even
sizes; `golfers`: islemaster/good-enough-golfers (MIT) under node; `cp_sat`: OR-Tools 9.15 for 30 s; `search`:
a pure-Python search of the same family (offset designs, then annealing) for 1, 5 and 30 s.
"""

from typing import NamedTuple


class Baseline(NamedTuple):
    """Figures of other methods on an instance."""

    random: str
    golfers: str
    cp_sat: str
    search_1: str
    search_5: str
    search_30: str


BASELINES = {
    "cafe-1000-125-5": Baseline("233/620/1156", "–", "–", "0/30/57", "0/30/14", "0/30/0"),
    "cafe-12-3-3": Baseline("13/21/5", "9/15/5", "12/15/0", "12/15/0", "12/15/0", "–"),
    "cafe-200-25-4-five-topics": Baseline("141/223/166", "–", "none", "0/65/29", "0/62/18", "0/60/0"),
    "cafe-200-25-4": Baseline("137/290/184", "> 180 s", "none", "0/88/7", "0/88/1", "0/88/0"),
    "cafe-2000-250-4": Baseline("148/748/1922", "–", "–", "0/0/54", "0/0/38", "0/0/7"),
    "cafe-31-5-4": Baseline("75/58/30", "44/24/27", "66/51/19", "33/24/7", "33/24/8", "33/24/6"),
    "cafe-60-10-3": Baseline("40/63/31", "0/21/30", "14/42/12", "0/21/0", "0/21/0", "–"),
    "cafe-96-12-4": Baseline("146/154/79", "3/57/66", "none", "0/56/1", "0/56/1", "0/56/0"),
    "sgp-5-3-7": Baseline("34/0/0", "8/0/0", "10/0/0", "3/0/0", "0/0/0", "2/0/0"),
    "sgp-6-5-6": Baseline("106/0/0", "20/0/0", "61/0/0", "9/0/0", "4/0/0", "4/0/0"),
    "sgp-8-4-6": Baseline("63/0/0", "0/0/0", "0/0/0", "0/0/0", "0/0/0", "–"),
    "sgp-9-3-11": Baseline("95/0/0", "3/0/0", "103/0/0", "0/0/0", "0/0/0", "–"),
}
