"""Taking up a list of people that has been read: who is new, and everything in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.db import unit_of_work
from cafe.gatherings.commands import PersonDraft, RegisterPeople
from cafe.gatherings.people_file import Line, PeopleList, Problem
from cafe.gatherings.queries import participants_in
from cafe.perform import perform_within


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """A list as it would be taken up: who is new, and who is on the gathering's list already."""

    new: tuple[Line, ...]
    known: tuple[Line, ...]


# Higher domains add their part, such as who hosts which table: participant ids with their lines.
TakenUp = Callable[[Session, Actor, str, Sequence[tuple[str, Line]]], None]
on_taken_up: list[TakenUp] = []

# Higher domains look a list over first and tell what is wrong with what they would make of it.
ListChecker = Callable[[Session, str, PeopleList], Iterable[Problem]]
list_checkers: list[ListChecker] = []


def looked_over(session: Session, gathering_id: str, read: PeopleList) -> PeopleList:
    """Give a list without the lines that something is wrong with, and what that is.

    A line may name the person of another one, so that it is looked over again when that one has gone.
    """
    found = [problem for check in list_checkers for problem in check(session, gathering_id, read)]
    if not found:
        return read
    wrong = {problem.number for problem in found}
    left = PeopleList(
        people=tuple(line for line in read.people if line.number not in wrong),
        problems=tuple(sorted([*read.problems, *found], key=lambda problem: problem.number)),
    )
    return looked_over(session, gathering_id, left)


def sort_out(session: Session, gathering_id: str, read: PeopleList) -> Sorted:
    """Tell who of a list is new here; the same name from the same organisation is the same person."""
    there = {
        (person.name.casefold(), person.organisation.name.casefold() if person.organisation else "")
        for person in participants_in(session, gathering_id)
    }
    return Sorted(
        new=tuple(line for line in read.people if line.key not in there),
        known=tuple(line for line in read.people if line.key in there),
    )


def take_up(actor: Actor, gathering_id: str, lines: Sequence[Line], command_id: str) -> bool:
    """Put people on the list, all or nobody; tell whether this was done now and not before."""
    drafted = [(new_key(), line) for line in lines]
    command = RegisterPeople(
        id=command_id,
        gathering_id=gathering_id,
        people=tuple(
            PersonDraft(id=key, display_name=line.name, organisation=line.organisation, kind=line.kind)
            for key, line in drafted
        ),
    )
    with unit_of_work() as session:
        answer = perform_within(session, actor, command)
        if not answer.repeated:
            for part in on_taken_up:
                part(session, actor, gathering_id, drafted)
    return not answer.repeated
