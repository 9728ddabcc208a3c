"""The work plan itself: its texts, its versions, who has signed it off, who pays for it, what is tried."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.dialogue.model import TextVersion
from cafe.live.model import KEY, LiveRow, owned_by
from cafe.network.model import Team


class WorkPlan(LiveRow, Base):
    """The work plan of a team for the period between two gatherings; its stream has its id.

    `state` is draft (the team's alone) → submitted → active → reported. `version` numbers the last
    `PlanVersion`. `follows_id` is the plan of the period before, `template` the name of the template it began
    with.
    """

    __tablename__ = "work_plan"
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    from_gathering_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("gathering.id", ondelete="SET NULL")
    )
    to_gathering_id: Mapped[str | None] = mapped_column(
        KEY, ForeignKey("gathering.id", ondelete="SET NULL"), index=True
    )
    follows_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("work_plan.id", ondelete="SET NULL"))
    template: Mapped[str] = mapped_column(String(30), default="")
    state: Mapped[str] = mapped_column(String(10), default="draft")
    version: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[int] = mapped_column(BigInteger)
    submitted_at: Mapped[int | None] = mapped_column(BigInteger)
    team: Mapped[Team] = relationship()


class PlanActivity(Base):
    """When a team last did something with its plan."""

    __tablename__ = "plan_activity"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger)


class PlanText(LiveRow, Base):
    """A text of a plan that several may write at once: a field of the plan or of something in it.

    `about_id` is the id of the plan, goal, measure, cycle, pilot or report; `field` the name of the text.
    `public` is off while others may not read it whatever the plan's state: in a report that is a draft, and
    about what has been taken out.
    """

    __tablename__ = "plan_text"
    __table_args__ = (UniqueConstraint("about_id", "field"),)
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    about_id: Mapped[str] = mapped_column(KEY)
    field: Mapped[str] = mapped_column(String(20))
    public: Mapped[bool] = mapped_column(default=True)
    text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    changed_by_both: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()


class PlanTextVersion(TextVersion, Base):
    """A text that a field of a plan has had, as sent and as merged."""

    __tablename__ = "plan_text_version"
    owner = "plan_text_id"
    plan_text_id: Mapped[str] = mapped_column(KEY, owned_by("plan_text.id"), index=True)


class PlanVersion(Base):
    """The whole plan as it was at a moment that counts. `reason` is submitted, signed, kept or reported."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"))
    number: Mapped[int]
    reason: Mapped[str] = mapped_column(String(10))
    at: Mapped[int] = mapped_column(BigInteger)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)


class SignOff(LiveRow, Base):
    """A leader stands by a version of the plan. The name stays when the account goes."""

    __tablename__ = "sign_off"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    user_id: Mapped[str | None] = mapped_column(KEY, ForeignKey("user_account.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(200))
    version: Mapped[int]
    at: Mapped[int] = mapped_column(BigInteger)
    plan: Mapped[WorkPlan] = relationship()


class PlanAnswer(LiveRow, Base):
    """What an organiser of the network tells a team about its plan. The name stays when the account goes."""

    __tablename__ = "plan_answer"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[int] = mapped_column(BigInteger)
    plan: Mapped[WorkPlan] = relationship()


class Funding(LiveRow, Base):
    """Where money for a plan comes from; the amount in whole units of its currency, if it is known."""

    __tablename__ = "funding"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    source: Mapped[str] = mapped_column(String(200))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3), default="NOK")
    words: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[float] = mapped_column(Float, default=0)
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()


class Pilot(LiveRow, Base):
    """Something that is tried for a time: its scope and lessons are `PlanText`s."""

    __tablename__ = "pilot"
    plan_id: Mapped[str] = mapped_column(KEY, owned_by("work_plan.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[str | None] = mapped_column(String(10))
    ends_on: Mapped[str | None] = mapped_column(String(10))
    ended: Mapped[bool] = mapped_column(default=False)
    position: Mapped[float] = mapped_column(Float, default=0)
    removed: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[WorkPlan] = relationship()
