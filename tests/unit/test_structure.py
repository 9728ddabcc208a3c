"""The house rules that no linter knows: sizes, names, and nothing of this machine in what is committed."""

import ast
import os
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    file
    for file in (ROOT / "cafe").rglob("*.py")
    if not {"migrations", "__pycache__"} & set(file.relative_to(ROOT).parts)
)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
LONG_FUNCTION = 25

# Put together here, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
]
PLACES = [
    "/".join(parts) for parts in (("", "work", "main"), ("", "work", "shared"), ("", "tmp", "bash_jobs"))
]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def functions(file: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def public_functions(body: list[ast.stmt], *, inside: str = "") -> Iterator[tuple[str, Function]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body, inside=f"{node.name}.")
        if isinstance(node, Function) and not node.name.startswith("_") and not is_overload(node):
            yield f"{inside}{node.name}", node


def is_overload(function: Function) -> bool:
    names = {getattr(each, "id", getattr(each, "attr", "")) for each in function.decorator_list}
    return bool(names & {"overload", "override", "setter"})


def committed() -> list[Path]:
    try:
        command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("Not a git checkout: what is committed is not known.")
    files = (ROOT / path for path in listed.stdout.decode().split("\0") if path)
    return [file for file in files if file.is_file() and "static/vendor/" not in name(file)]


def test_modules_are_short() -> None:
    lines = {name(file): len(file.read_text().splitlines()) for file in MODULES}
    assert not {file: count for file, count in lines.items() if count >= LONGEST_MODULE}


def test_no_function_is_long() -> None:
    assert not {
        f"{name(file)}:{function.lineno} {function.name}": length(function)
        for file in MODULES
        for function in functions(file)
        if length(function) > LONGEST_FUNCTION
    }


def test_nine_functions_of_ten_are_short() -> None:
    lengths = [length(function) for file in MODULES for function in functions(file)]
    assert statistics.quantiles(lengths, n=10, method="inclusive")[8] < LONG_FUNCTION


def test_no_module_is_a_drawer_for_anything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not [name(file) for file in MODULES if {file.stem, file.parent.name} & drawers]


def test_public_functions_say_what_they_do() -> None:
    assert not [
        f"{name(file)}:{function.lineno} {called}"
        for file in MODULES
        for called, function in public_functions(ast.parse(file.read_text()).body)
        if not ast.get_docstring(function)
    ]


def test_nothing_committed_names_a_registry_or_a_place_on_a_machine() -> None:
    found = []
    for file in committed():
        text = file.read_bytes().decode(errors="ignore")
        found += [f"{name(file)}: {words}" for words in (*HOSTS, *PLACES) if words in text]
    assert not found
