"""Networks, the organisations in them with their units, and the teams that work between the gatherings."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cafe.db import Base
from cafe.live.model import KEY, owned_by
from cafe.people.model import User


class Network(Base):
    """A learning network: organisations that meet and learn from one another."""

    __tablename__ = "network"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="", server_default="")
    organisations: Mapped[list[Organisation]] = relationship(
        back_populates="network", cascade="all, delete-orphan", order_by="Organisation.name"
    )


class NetworkOrganiser(Base):
    """A user organises a network, and by that all its gatherings."""

    __tablename__ = "network_organiser"
    network_id: Mapped[str] = mapped_column(KEY, owned_by("network.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(KEY, owned_by("user_account.id"), primary_key=True, index=True)


class Organisation(Base):
    """A municipality, a health trust or another body, as a member or an organiser of its network.

    `context` is what others should know of it, such as that it is merging its services.
    """

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("network_id", "name"),)
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    network_id: Mapped[str] = mapped_column(KEY, ForeignKey("network.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    number: Mapped[str | None] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(30), default="municipality")
    role: Mapped[str] = mapped_column(String(20), default="member")
    context: Mapped[str] = mapped_column(Text, default="", server_default="")
    network: Mapped[Network] = relationship(back_populates="organisations")


class Unit(Base):
    """A unit of an organisation: a house, a service, a department."""

    __tablename__ = "unit"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    organisation_id: Mapped[str] = mapped_column(KEY, owned_by("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    organisation: Mapped[Organisation] = relationship()
    contacts: Mapped[list[Contact]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="Contact.name"
    )


class Contact(Base):
    """Somebody of a unit whom others may turn to; `kind` is head or recovery_contact."""

    __tablename__ = "contact"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    unit_id: Mapped[str] = mapped_column(KEY, owned_by("unit.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(200), default="")


class Team(Base):
    """The improvement team of an organisation."""

    __tablename__ = "team"
    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    network_id: Mapped[str] = mapped_column(KEY, owned_by("network.id"), index=True)
    organisation_id: Mapped[str] = mapped_column(KEY, owned_by("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[int] = mapped_column(BigInteger)
    organisation: Mapped[Organisation] = relationship()


class TeamMember(Base):
    """A user in a team.

    `post` is lead (coordinates the team), measurement_lead, leader (heads the service and signs plans off)
    or member. `function` is what somebody is employed or appointed as, if they want it said: an
    erfaringskonsulent is employed for the experience, a brukerrepresentant appointed by an organisation.
    """

    __tablename__ = "team_member"
    team_id: Mapped[str] = mapped_column(KEY, owned_by("team.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(KEY, owned_by("user_account.id"), primary_key=True, index=True)
    post: Mapped[str] = mapped_column(String(20), default="member")
    function: Mapped[str | None] = mapped_column(String(30))
    team: Mapped[Team] = relationship()
    user: Mapped[User] = relationship()
