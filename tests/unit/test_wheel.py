"""A wheel carries what a checkout has beside the package: the pages, the catalogues and the migrations."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = {"templates": "cafe/_web/templates", "static": "cafe/_web/static"}
INSIDE = ("cafe/migrations", "cafe/translations", "cafe/demo/data", "cafe/protocol")


def files(folder: str) -> set[str]:
    return {
        str(file.relative_to(ROOT))
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    # Built from a copy: setuptools leaves build/ where it works, and that ends up in the next wheel.
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for part in (
        "cafe",
        "templates",
        "static",
        "pyproject.toml",
        "setup.py",
        "MANIFEST.in",
        "LICENSE",
        "wsgi.py",
    ):
        if (ROOT / part).exists():
            subprocess.run(["cp", "-R", str(ROOT / part), str(source)], check=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(target), str(source)], check=True, timeout=120)
    return set(zipfile.ZipFile(next(target.glob("*.whl"))).namelist())


def test_wheel_has_every_module(wheel: set[str]) -> None:
    modules = {file for file in files("cafe") if file.endswith(".py")}
    assert modules
    assert modules <= wheel


@pytest.mark.parametrize("folder", DATA)
def test_wheel_has_the_pages(wheel: set[str], folder: str) -> None:
    assert {file.replace(folder, DATA[folder], 1) for file in files(folder)} <= wheel


def test_wheel_has_the_app_for_gunicorn(wheel: set[str]) -> None:
    assert "cafe/_web/wsgi.py" in wheel


@pytest.mark.parametrize("folder", INSIDE)
def test_wheel_has_the_data_of_the_package(wheel: set[str], folder: str) -> None:
    assert files(folder) <= wheel


def test_wheel_has_nothing_of_the_tests(wheel: set[str]) -> None:
    assert {file.split("/")[0].split("-")[0] for file in wheel} == {"cafe", "kafedialog"}
