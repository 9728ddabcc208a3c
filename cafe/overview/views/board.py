"""The organisers' board, and what the network works on, now and over the years."""

from __future__ import annotations

from datetime import date

from flask import render_template, request

from cafe.clock import today
from cafe.days import said_day, short_day_at
from cafe.db import db
from cafe.network.words import ORGANISATION_KINDS
from cafe.overview.board import Wanted, completeness, is_wanted
from cafe.overview.board_words import REMIND, WANTED
from cafe.overview.navigation import network_nav
from cafe.overview.queries.board import board_rows
from cafe.overview.queries.portfolio import kinds_of_measures, pilots_of
from cafe.overview.queries.series import next_in, series_of
from cafe.overview.queries.timeline import meetings_of, spans_of
from cafe.overview.timeline import picture
from cafe.overview.views.blueprint import overview
from cafe.overview.words import PLAN_STATES
from cafe.people.identity import actor_of_request
from cafe.plans.commands.goals import MeasureKind, Status
from cafe.plans.facts_words import MEASURE_KINDS, STATUSES
from cafe.reminding.queries import reminded_at


@overview.get("/networks/<network_id>/board")
def board(network_id: str) -> str:
    """Show how the teams stand before a gathering: the next one, unless another is asked for."""
    actor = actor_of_request()
    asked = request.args.get("gathering", "")
    kind = request.args.get("kind", "")
    with db.sessionmaker() as session:
        series = series_of(session, actor, network_id, today())
        chosen = next((line for line in series if line.id == asked), None)
        chosen = chosen or next_in(series) or (series[-1] if series else None)
        is_over = chosen is not None and chosen.is_over
        rows = board_rows(session, network_id, chosen.id if chosen else None, today(), is_over=is_over)
        reminded = reminded_at(session, [row.team_id for row in rows])
        nav = network_nav(session, actor, network_id, "overview.board")
    choices = {each: word for each, word in WANTED.items() if not (is_over and each is Wanted.TO_REMIND)}
    wanted = next((each for each in choices if each == request.args.get("show")), Wanted.ALL)
    return render_template(
        "overview/board.html",
        network_nav=nav,
        network_id=network_id,
        series=series,
        chosen=chosen,
        rows=[row for row in rows if is_wanted(row, wanted, kind)],
        kinds=sorted({row.kind for row in rows}),
        whole=completeness(rows),
        wanted=wanted,
        is_over=is_over,
        kind=kind,
        reminded={key: short_day_at(at) for key, at in reminded.items()},
        words={"remind": REMIND, "states": PLAN_STATES, "wanted": choices, "kinds": ORGANISATION_KINDS},
        said=short_day_at,
    )


@overview.get("/networks/<network_id>/portfolio")
def portfolio(network_id: str) -> str:
    """Show what all teams work on, by what sort of measure it is."""
    actor = actor_of_request()
    kind = next((each for each in MeasureKind if each == request.args.get("kind")), None)
    status = next((each for each in Status if each == request.args.get("status")), None)
    with db.sessionmaker() as session:
        kinds = kinds_of_measures(session, network_id, kind, status)
        pilots = pilots_of(session, network_id)
        nav = network_nav(session, actor, network_id, "overview.portfolio")
    return render_template(
        "overview/portfolio.html",
        network_nav=nav,
        network_id=network_id,
        kinds=kinds,
        pilots=pilots,
        kind=kind,
        status=status,
        words={"kinds": MEASURE_KINDS, "statuses": STATUSES},
        said=said_day,
    )


@overview.get("/networks/<network_id>/timeline")
def timeline(network_id: str) -> str:
    """Show the years: plans and pilots between the gatherings."""
    actor = actor_of_request()
    with db.sessionmaker() as session:
        spans = spans_of(session, network_id)
        meetings = meetings_of(session, network_id)
        nav = network_nav(session, actor, network_id, "overview.timeline")
    return render_template(
        "overview/timeline.html",
        network_nav=nav,
        network_id=network_id,
        picture=picture(spans, meetings, date.fromisoformat(today())),
        spans=sorted(spans, key=lambda span: (span.organisation.casefold(), span.starts, span.title)),
        meetings=meetings,
        said=said_day,
    )
