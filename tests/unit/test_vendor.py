"""What the pages take from others is what the lock file says, byte for byte."""

import hashlib
import json
import os
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "static" / "vendor"


def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VENDOR / "manifest.json").read_text())
    return loaded


def integrity(file: Path) -> str:
    return "sha384-" + b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_every_file_is_in_the_manifest_and_nothing_else_is() -> None:
    files = {file.name for file in VENDOR.iterdir() if file.is_file()} - {"manifest.json"}
    assert files == set(manifest()["files"])


@pytest.mark.parametrize("name", sorted(manifest()["files"]))
def test_file_has_the_checksum_of_the_manifest(name: str) -> None:
    assert integrity(VENDOR / name) == manifest()["files"][name]["integrity"]


@pytest.mark.parametrize("package", sorted(manifest()["packages"]))
def test_package_is_the_locked_version_and_has_its_licence(package: str) -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][f"node_modules/{package}"]
    assert manifest()["packages"][package]["version"] == locked["version"]
    licence = VENDOR / "licences" / f"{package.replace('/', '-').replace('@', '')}.txt"
    assert licence.read_text().strip()


def test_files_can_be_read_by_the_server() -> None:
    assert all(path.stat().st_mode & 0o004 for path in VENDOR.rglob("*"))


def test_a_rebuild_gives_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "vendor"
    command = [str(ROOT / "tools" / "node"), str(ROOT / "tools" / "vendor.mjs"), str(target)]
    rebuilt = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if rebuilt.returncode and os.environ.get("CI") != "true":
        pytest.skip("The packages of package-lock.json cannot be installed here (make vendor says why).")
    assert rebuilt.returncode == 0, rebuilt.stdout + rebuilt.stderr
    assert contents(target) == contents(VENDOR)
