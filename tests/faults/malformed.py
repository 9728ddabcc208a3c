"""Malformed payloads by the thousand, drawn with a seed from the schemas of all commands."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cafe.actor import Role
from cafe.authorisation.tables import COMMANDS
from cafe.commands import new_key
from cafe.errors import SafeError
from cafe.perform import parse
from tests.support.world import World, samples

SAMPLES = samples()
OWN = {"rename", "sit_out", "take_seat", "ask_for_help", "withdraw_help", "send_idea", "nod"}

# What no text of Python's own JSON would hold, put in where its name stands.
RAW = {
    "deep lists": "[" * 3000 + "]" * 3000,
    "deep objects": '{"a":' * 2000 + "1" + "}" * 2000,
    "not a number": "NaN",
    "endless": "-Infinity",
    "five thousand digits": "9" * 5000,
    "four hundred digits": "7" * 400,
    "beyond doubles": "1e999",
    "half a surrogate": '"\\ud83d"',
    "the other half": '"\\ude00 and on"',
    "escaped nothing": '"\\u0000"',
    "twice the same key": '{"id":1,"id":2}',
    "prototype": '{"__proto__":{"a":1},"constructor":null}',
    "ten thousand nulls": "[" + ",".join(["null"] * 10_000) + "]",
}
WRONG: tuple[object, ...] = (
    None, True, False, -1, 0, 2**31, 2**63, -(2**63) - 1, 10**30, 1.5, -0.0, 1e308,
    "", " \t\n ", "\x00", "a\x00b", "\x1b[31m", "\ud800", "x" * 5000, "y" * 40_000, "🙂" * 2_000,
    [], [[]], [None], ["a"] * 500, {}, {"a": {"b": [1]}}, {"$ne": None}, {"id": "x"}, [{}] * 300,
    "'; DROP TABLE note; --", "../../../etc/passwd", "${7*7}{{7*7}}", "１２３", "0x10", "1_000",
    "true", "null",
    *(f"@@{name}@@" for name in RAW),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Malformed:
    """One payload: who sends it, the event's text, and from what it was made."""

    who: str
    event: str
    data: str
    made: str


def who_sends(name: str) -> str:
    """Choose somebody who may send such a command, so that nothing but its form is wrong."""
    roles = COMMANDS[name]
    if name in OWN:
        return "guest"
    return "host" if Role.HOST in roles else "organiser"


def text_of(value: object) -> str:
    """Give the JSON of a value, with what JSON of our own would not hold."""
    text = json.dumps(value)
    for name, raw in RAW.items():
        text = text.replace(f'"@@{name}@@"', raw)
    return text


def valid(world: World, name: str) -> dict[str, Any]:
    """Give a command as it should be."""
    data = SAMPLES[name][0](world).model_dump(mode="json", exclude={"id"})
    return {"id": new_key(), "name": name, "data": data}


def malformed(world: World, seed: int) -> Iterator[Malformed]:
    """Give malformed payloads without end: every command in turn, and now and then what is no command."""
    chance = random.Random(seed)
    names = sorted(SAMPLES)
    while True:
        chance.shuffle(names)
        for name in names:
            yield _command(world, chance, name)
        yield _envelope(world, chance, chance.choice(names))
        yield _join(world, chance)


def _command(world: World, chance: random.Random, name: str) -> Malformed:
    while True:
        message = valid(world, name)
        made = chance.choice(SPOILT)(chance, message["data"])
        if "@@" in made or _is_refused(message):
            return Malformed(
                who=who_sends(name), event="command", data=text_of(message), made=f"{name}: {made}"
            )


def _is_refused(message: dict[str, Any]) -> bool:
    try:
        parse(message["name"], message["id"], message["data"])
    except SafeError:
        return True
    return False


def _wrong_value(chance: random.Random, data: dict[str, Any]) -> str:
    holder, key = chance.choice(list(_places(data)))
    holder[key] = chance.choice(WRONG)
    return f"{key} = {str(holder[key])[:40]!r}"


def _unknown_field(chance: random.Random, data: dict[str, Any]) -> str:
    key = chance.choice(
        ["id", "stream_id", "__class__", "now", "x" * 200, "\ud800", "\x00", "", "model_config"]
    )
    data[key] = chance.choice(WRONG)
    return f"{key[:20]!r} added = {str(data[key])[:40]!r}"


def _nothing_there(chance: random.Random, data: dict[str, Any]) -> str:
    if not data:
        return _unknown_field(chance, data)
    key = chance.choice(sorted(data))
    del data[key]
    return f"{key} left out"


SPOILT: tuple[Callable[[random.Random, dict[str, Any]], str], ...] = (
    _wrong_value,
    _wrong_value,
    _wrong_value,
    _unknown_field,
    _nothing_there,
)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place in a nest of lists and objects where something stands."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in list(keys):
        yield value, key
        yield from _places(value[key])
    if not keys and isinstance(value, dict):
        value["nothing"] = None
        yield value, "nothing"


def _envelope(world: World, chance: random.Random, name: str) -> Malformed:
    message: Any = valid(world, name)
    key = chance.choice(["id", "name", "data", "all"])
    value = chance.choice([each for each in WRONG if key != "data" or each != {}])
    if key == "all":
        message = value
    else:
        message[key] = value
    return Malformed(
        who=who_sends(name), event="command", data=text_of(message), made=f"{key} = {str(value)[:40]!r}"
    )


def _join(world: World, chance: random.Random) -> Malformed:
    message: dict[str, Any] = {"stream": world.session_id, "as": "organiser", "seen": None, "audience": None}
    key = chance.choice(["stream", "as", "table", "seen", "audience", "more"])
    # These may be: no table, nothing seen, or seen what the server resets.
    value = chance.choice(
        [each for each in WRONG if not (isinstance(each, int) or each is None or each == "")]
    )
    if key == "audience":
        value = chance.choice([7, [], {}, "x" * 41, "@@deep lists@@", "@@not a number@@"])
    message[key] = value
    return Malformed(
        who="organiser", event="join", data=text_of(message), made=f"{key} = {str(value)[:40]!r}"
    )
