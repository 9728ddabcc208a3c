"""A proposal as its page shows it: how far it is, and the ways to choose from with the figures of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer
from sqlalchemy.orm.interfaces import ORMOption

from cafe.dialogue.commands.proposals import Approach, Progress, Way
from cafe.dialogue.mixing import Figures, figures_from
from cafe.dialogue.model import SeatProposal
from cafe.dialogue.preview import Seating, present_seating, seating_by
from cafe.dialogue.shape import Expected
from cafe.errors import NotFound
from cafe.rotation.writing import read_plan


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for, and how far it is; of a plan that cannot be made, what is missing."""

    id: str
    approach: Approach
    only_arrived: bool
    seed: int
    state: Progress
    progress: int
    problem: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One way to choose, with what it achieves."""

    way: Way
    seating: Seating
    figures: Figures


@dataclass(frozen=True, kw_only=True)
class Offers:
    """The ways of a proposal that is ready; where both achieve the same, one."""

    offers: tuple[Offer, ...]

    def of(self, wanted: str | None) -> Offer:
        """Give the way that is wanted, else the first."""
        return next((offer for offer in self.offers if offer.way == wanted), self.offers[0])


def asked_for(session: Session, session_id: str, proposal_id: str) -> Asked:
    """Give how far a proposal is. Raises NotFound."""
    return _asked(_proposal(session, session_id, proposal_id))


def newest(session: Session, session_id: str) -> Asked | None:
    """Give the proposal that is being made or waits to be looked at, if there is one."""
    query = select(SeatProposal).where(
        SeatProposal.session_id == session_id, SeatProposal.state.in_((Progress.PLANNING, Progress.READY))
    )
    proposal = session.scalars(query.order_by(SeatProposal.made_at.desc())).first()
    return None if proposal is None else _asked(proposal)


def offers_of(
    session: Session, session_id: str, proposal_id: str, expected: Iterable[Expected] | None = None
) -> Offers:
    """Give the ways of a proposal that is ready; `expected` as for `present_seating`. Raises NotFound."""
    found = _proposal(session, session_id, proposal_id, undefer(SeatProposal.found)).found or {}
    now = present_seating(session, session_id, expected)
    offers = [_offer(now, way, found["bounds"]) for way in found.get("ways", ())]
    if not offers:
        raise NotFound
    if len({(offer.figures.found, offer.seating.moving) for offer in offers}) == 1:
        offers = offers[:1]  # nothing tells them apart
    return Offers(offers=tuple(offers))


def _offer(now: Seating, way: dict[str, Any], bounds: dict[str, int]) -> Offer:
    return Offer(
        way=Way(way["name"]),
        seating=seating_by(now, read_plan(way["plan"])),
        figures=figures_from({"measure": way["measure"], "bounds": bounds}),
    )


def _proposal(session: Session, session_id: str, proposal_id: str, *options: ORMOption) -> SeatProposal:
    proposal = session.get(SeatProposal, proposal_id, options=options)
    if proposal is None or proposal.session_id != session_id:
        raise NotFound
    return proposal


def _asked(proposal: SeatProposal) -> Asked:
    failed = proposal.state == Progress.FAILED
    return Asked(
        id=proposal.id,
        approach=Approach(proposal.approach),
        only_arrived=proposal.only_arrived,
        seed=proposal.seed,
        state=Progress(proposal.state),
        progress=proposal.progress,
        problem=(proposal.found or {}).get("problem", {}) if failed else {},
    )
