"""Goals and measures, what they come from, and the cycles by which a measure is tried."""

from __future__ import annotations

from sqlalchemy import BigInteger, Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, LiveRow, owned_by
from cafe.people.model import User
from cafe.plans.model.plan import WorkPlan


class FromTheCafe:
    """Mixed into what may come from a café: a conclusion, theme or note, in the words it had then."""

    origin_kind: Mapped[str | None] = mapped_column(String(12))
    origin_session_id: Mapped[str | None] = mapped_column(KEY, index=True)
    origin_id: Mapped[str | None] = mapped_column(KEY, index=True)
    origin_words: Mapped[str | None] = mapped_column(String(4000))


class Goal(FromTheCafe, LiveRow, Base):
    """A goal of a plan. `kind` is result or effect: an effect goal is something else than a result goal.

    Why, target group, the specific text and the effect for people are `PlanText`s. `anchoring` names the
    local or national plan it follows, `anchoring_link` leads there.
    """

    __tablename__ = "goal"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(10), default="result")
    status: Mapped[str] = mapped_column(String(12), default="not_started")
    anchoring: Mapped[str] = mapped_column(String(300), default="")
    anchoring_link: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[float] = mapped_column(Float)
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()


class Measure(FromTheCafe, LiveRow, Base):
    """Something a team does (*tiltak*), under a goal or beside them. Barrier and learning are `PlanText`s.

    `status` is not_started, in_progress, paused, delayed, done or cancelled and may go back. The deadline is
    a day or a gathering. `users_took_part` is null until somebody says so. A borrowed one names the measure
    it was copied from and that one's team; both may be gone.
    """

    __tablename__ = "measure"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    goal_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("goal.id", ondelete="SET NULL"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(20), default="other")
    responsible: Mapped[str] = mapped_column(String(200), default="")
    responsible_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("user_account.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[str | None] = mapped_column(String(10))
    due_gathering_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("gathering.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[str] = mapped_column(String(12), default="not_started")
    status_at: Mapped[int | None] = mapped_column(BigInteger)
    users_took_part: Mapped[bool | None]
    position: Mapped[float] = mapped_column(Float)
    removed: Mapped[bool] = mapped_column(default=False)
    borrowed_from_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("measure.id", ondelete="SET NULL"), index=True
    )
    borrowed_from_team_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("team.id", ondelete="SET NULL"))
    plan: Mapped[WorkPlan] = relationship()
    responsible_user: Mapped[User | None] = relationship()


class StatusChange(Base):
    """A measure went from one status to another: what a report is filled from."""

    __tablename__ = "status_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[str] = mapped_column(KEY, owned_by("measure.id"), index=True)
    before: Mapped[str] = mapped_column(String(12))
    after: Mapped[str] = mapped_column(String(12))
    at: Mapped[int] = mapped_column(BigInteger)


class PdsaCycle(LiveRow, Base):
    """One turn of plan, do, study, act with a measure. Its texts are `PlanText`s; `act` is how it ended."""

    __tablename__ = "pdsa_cycle"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    measure_id: Mapped[str] = mapped_column(KEY, owned_by("measure.id"), index=True)
    starts_on: Mapped[str | None] = mapped_column(String(10))
    act: Mapped[str | None] = mapped_column(String(10))
    position: Mapped[float] = mapped_column(Float)
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()
    measure: Mapped[Measure] = relationship()


class KindWord(Base):
    """Good news for a team: another one has borrowed a measure of theirs. Shown until it has been seen."""

    __tablename__ = "kind_word"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), index=True)
    from_team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"))
    measure_id: Mapped[str] = mapped_column(KEY, owned_by("measure.id"))
    at: Mapped[int] = mapped_column(BigInteger)
    seen: Mapped[bool] = mapped_column(default=False)
