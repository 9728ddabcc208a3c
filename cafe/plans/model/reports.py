"""Status reports of a team to a gathering, and the scores beside them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by
from cafe.plans.model.plan import WorkPlan


class StatusReport(LiveRow, Base):
    """What a team tells a gathering of its plan: done, results, barriers, learning, help wanted, next.

    These are `PlanText`s. `state` is draft or submitted; `facts` is what it filled itself from, as it was
    then.
    """

    __tablename__ = "status_report"
    __table_args__ = (UniqueConstraint("plan_id", "gathering_id"),)
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    gathering_id: Mapped[str] = mapped_column(KEY, ForeignKey("gathering.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(10), default="draft")
    wants_help: Mapped[bool] = mapped_column(default=False)
    submitted_at: Mapped[int | None] = mapped_column(BigInteger)
    facts: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    plan: Mapped[WorkPlan] = relationship()
    scores: Mapped[list[Score]] = relationship(back_populates="report", passive_deletes=True)


class Score(LiveRow, Base):
    """Where a team stands on the 0.5-5.0 scale, set by hand: `by` the team or the organisers, apart.

    It is told to nobody else, and stands in no text, no version and no file.
    """

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("report_id", "by"),)
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    report_id: Mapped[str] = mapped_column(KEY, owned_by("status_report.id"))
    by: Mapped[str] = mapped_column(String(10))
    value: Mapped[float] = mapped_column(Float)
    plan: Mapped[WorkPlan] = relationship()
    report: Mapped[StatusReport] = relationship(back_populates="scores")
