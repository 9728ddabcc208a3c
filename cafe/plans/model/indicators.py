"""Indicators and their measurements."""

from __future__ import annotations

from sqlalchemy import BigInteger, Float, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by
from cafe.plans.model.plan import WorkPlan


class Indicator(LiveRow, Base):
    """What shows whether a goal comes nearer. `kind` is outcome, process or balancing.

    `direction` says which way is the wished one, up or down. Numbers are decimal text in the form of
    `cafe.plans.commands.numbers`.
    """

    __tablename__ = "indicator"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    goal_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("goal.id", ondelete="SET NULL"), index=True)
    measure_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("measure.id", ondelete="SET NULL"), index=True
    )
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(10), default="outcome")
    unit: Mapped[str] = mapped_column(String(60), default="")
    direction: Mapped[str] = mapped_column(String(4), default="up")
    baseline: Mapped[str | None] = mapped_column(String(40))
    baseline_on: Mapped[str | None] = mapped_column(String(10))
    target: Mapped[str | None] = mapped_column(String(40))
    target_on: Mapped[str | None] = mapped_column(String(10))
    frequency: Mapped[str] = mapped_column(String(10), default="monthly")
    owner: Mapped[str] = mapped_column(String(200), default="")
    position: Mapped[float] = mapped_column(Float, default=0)
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()


class Measurement(LiveRow, Base):
    """One value of an indicator on a day, and what is noted on the chart there."""

    __tablename__ = "measurement"
    __table_args__ = (UniqueConstraint("indicator_id", "taken_on"),)
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    indicator_id: Mapped[str] = mapped_column(KEY, owned_by("indicator.id"))
    taken_on: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(300), default="")
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()
    indicator: Mapped[Indicator] = relationship()


class EarlierMeasurement(Base):
    """What stood at an indicator's day before somebody entered something else there."""

    __tablename__ = "earlier_measurement"
    id: Mapped[int] = mapped_column(primary_key=True)
    measurement_id: Mapped[str] = mapped_column(KEY, owned_by("measurement.id"), index=True)
    value: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[int] = mapped_column(BigInteger)
