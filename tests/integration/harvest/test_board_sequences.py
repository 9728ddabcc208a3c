"""Whatever is done on the board in whatever order, no note is lost, and what is taken back is as it was."""

from __future__ import annotations

from typing import Any

from flask import Flask
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from cafe.commands import new_key
from cafe.errors import SafeError
from tests.support.board import BoardHall, harvest_hall

NAMES = (
    *(
        "create_theme",
        "place_notes",
        "place_notes",
        "move_notes",
        "move_notes",
        "unplace_notes",
        "split_theme",
    ),
    *("merge_themes", "merge_themes", "take_theme_apart", "remove_theme", "restore_theme", "rename_theme"),
    *(
        "move_theme",
        "bundle_notes",
        "bundle_notes",
        "take_out_of_bundle",
        "take_bundle_apart",
        "undo_step",
        "undo_step",
        "undo_step",
        "undo_step",
    ),
)
SOME = st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True)
STEPS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 30), st.integers(0, 30), SOME), min_size=4, max_size=26
)


def cleared(hall: BoardHall) -> None:
    """Begin again with an empty board and the same notes."""
    from cafe.db import unit_of_work
    from cafe.harvest.model import BoardStep, Bundle, BundleVersion, Placement, Slip, Theme

    with hall.app.app_context(), unit_of_work() as session:
        for model in (Placement, Theme, Slip, BundleVersion, Bundle, BoardStep):
            session.execute(delete(model))


def data_for(
    hall: BoardHall, name: str, one: int, two: int, some: list[int]
) -> tuple[str, dict[str, Any]] | None:
    """Say what is asked for; None where there is nothing to ask it of."""
    themes = sorted((key for table, key in hall.state() if table == "theme"), key=hall.made.index)
    notes = [hall.notes[number] for number in some]
    if name == "create_theme" or not themes:
        return "create_theme", {"theme_id": hall.new_theme(), "title": f"Theme {one}", "note_ids": notes}
    theme, other = themes[one % len(themes)], themes[two % len(themes)]
    if name == "undo_step":
        steps = hall.steps()
        # Mostly one of the last, as people do.
        return (name, {"step_id": steps[-1 - min(one % 4, len(steps) - 1)].id}) if steps else None
    if "bundle" in name:
        return as_hosts(hall, name, one, some)
    rest: dict[str, dict[str, Any]] = {
        "place_notes": {"note_ids": notes},
        "move_notes": {"note_ids": notes, "from_theme_id": other},
        "unplace_notes": {"note_ids": notes},
        "split_theme": {"note_ids": notes, "new_theme_id": hall.new_theme(), "title": f"Split {two}"},
        "merge_themes": {"into_theme_id": other},
        "rename_theme": {"title": f"Other {two}"},
        "move_theme": {"position": two - 15},
    }
    return name.replace("move_notes", "place_notes"), {"theme_id": theme, **rest.get(name, {})}


def as_hosts(hall: BoardHall, name: str, one: int, some: list[int]) -> tuple[str, dict[str, Any]] | None:
    """Say what those who hosted a topic ask for: theirs are every second note."""
    notes = [hall.notes[number - number % 2] for number in some]
    topic = {"topic_id": hall.topics[0]}
    bundles = sorted(key for table, key in hall.state() if table == "bundle")
    if name == "bundle_notes":
        notes = list(dict.fromkeys([*notes, hall.notes[0], hall.notes[2]]))
        return name, {**topic, "bundle_id": new_key(), "note_ids": notes, "text": "As one"}
    if name == "take_out_of_bundle":
        return name, {**topic, "note_ids": notes[:1]}
    return (name, {**topic, "bundle_id": bundles[one % len(bundles)]}) if bundles else None


def taken_back(step: Any, state: dict[tuple[str, str], dict[str, Any]]) -> bool:
    """Tell whether all that a step changed is as it was before it."""
    for change in step.changes:
        row, before = state.get((change["table"], change["id"])), change["before"]
        if (row is None) != (before is None):
            return False
        if row is not None and any(row[name] != value for name, value in before.items()):
            return False
    return True


def standing(state: dict[tuple[str, str], dict[str, Any]]) -> dict[str, str | None]:
    """Follow each theme to the one it ends in; None where that is removed. Raises where it goes round."""
    themes = {key: row for (table, key), row in state.items() if table == "theme"}
    ends = {}
    for key, theme in themes.items():
        at, row, length = key, theme, 0
        while row["merged_into"] is not None and not row["removed"]:
            at, length = row["merged_into"], length + 1
            row = themes[at]
            assert length <= len(themes), "a theme became part of itself: its notes stand nowhere"
        ends[key] = None if row["removed"] else at
    return ends


def said(state: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Leave out slips that say nothing, and bundles without notes: those are kept for their text alone."""
    slips = [row for (table, _), row in state.items() if table == "slip"]
    full = {row["bundle_id"] for row in slips}

    def speaks(table: str, key: str, row: dict[str, Any]) -> bool:
        says_something = row.get("bundle_id") or row.get("important") or row.get("left_out")
        return bool(says_something) if table == "slip" else table != "bundle" or key in full

    return {(table, key): row for (table, key), row in state.items() if speaks(table, key, row)}


def placed(state: dict[tuple[str, str], dict[str, Any]]) -> set[tuple[str, str]]:
    return {(row["theme_id"], row["note_id"]) for (table, _), row in state.items() if table == "placement"}


def check(hall: BoardHall, asked: str, before: dict[Any, Any], told: list[Any]) -> None:
    """Look at the board after a step: nothing gone that was not asked to go, nothing beyond reach."""
    state, board = hall.state(), hall.board(titles=False)
    standing(state)
    assert set().union(*board.values()) == set(hall.notes)
    if asked not in {"place_notes", "unplace_notes", "split_theme", "undo_step"}:
        assert placed(before) <= placed(state), asked
    steps = hall.steps()
    if len(steps) > len(told) and asked == "undo_step":
        undone = next(step for step in steps if step.id == steps[-1].undoes)
        assert undone.undone
        assert taken_back(undone, state)
        later = [step for step in told if step.at > undone.at]
        if not later:
            assert said(state) == said(hall.states[undone.id]), "the board is not exactly as it was"
    if len(steps) > len(told):
        hall.states[steps[-1].id] = before


def run(hall: BoardHall, sequence: list[tuple[str, int, int, list[int]]]) -> None:
    cleared(hall)
    hall.states, hall.made = {}, []
    for name, one, two, some in sequence:
        before, told = hall.state(), hall.steps()
        asked = data_for(hall, name, one, two, some)
        try:
            if asked is not None:
                hall.ask(asked[0], **asked[1])
        except SafeError:
            assert hall.state() == before, "what was refused changed something"
        check(hall, asked[0] if asked else name, before, told)


def test_no_note_is_ever_out_of_reach_and_undo_gives_back_what_was(sqlite_app: Flask) -> None:
    hall = harvest_hall(sqlite_app, notes=6)

    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(STEPS)
    @example([("create_theme", 0, 0, [0]), ("bundle_notes", 0, 0, [0]), ("undo_step", 0, 0, [0])])
    @example([("bundle_notes", 0, 0, [4]), ("create_theme", 0, 0, [0]), ("take_bundle_apart", 0, 0, [0])])
    def sequences(sequence: list[tuple[str, int, int, list[int]]]) -> None:
        run(hall, sequence)

    sequences()


def test_merged_taken_apart_and_merged_the_other_way_does_not_go_round(app: Flask) -> None:
    hall = harvest_hall(app, notes=6)
    run(
        hall,
        [
            *[("create_theme", number, 0, [number]) for number in range(2)],
            ("merge_themes", 0, 1, [0]),
            ("take_theme_apart", 0, 0, [0]),
            ("merge_themes", 1, 0, [0]),
            ("undo_step", 1, 0, [0]),
            ("undo_step", 0, 0, [0]),
        ],
    )
