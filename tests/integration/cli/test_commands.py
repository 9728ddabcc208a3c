"""`cafe …` as somebody at a terminal meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cafe.cli import main
from cafe.demo.texts import voices
from cafe.simulator.script import Cast

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "docs/import-sample.json"


@pytest.fixture
def cafe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Terminal":
    monkeypatch.setenv("CAFE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CAFE_ORIGINS", "https://cafe.example")
    for name in ("CAFE_DATABASE_URL", "CAFE_SECRET_KEY", "CAFE_DEMO"):
        monkeypatch.delenv(name, raising=False)
    return Terminal()


class Terminal:
    def __call__(self, *words: str, typed: str = "") -> Result:
        return CliRunner().invoke(main, words, input=typed)


@pytest.fixture
def ready(cafe: Terminal) -> Terminal:
    assert cafe("db", "upgrade").exit_code == 0
    return cafe


def test_upgrading_twice_is_the_same_as_once(cafe: Terminal) -> None:
    for _ in range(2):
        done = cafe("db", "upgrade")
        assert (done.exit_code, done.stdout) == (0, "The database is up to date.\n")


def test_an_account_is_made_with_a_password_that_is_asked_for(ready: Terminal) -> None:
    typed = "a long enough password\n" * 2
    done = ready("user", "add", "Kari@Example.org", "--name", "Kari", typed=typed)
    assert done.exit_code == 0
    assert "kari@example.org has an account." in done.stdout
    again = ready("user", "add", "kari@example.org", "--name", "Kari", typed=typed)
    assert again.exit_code == 1
    assert "There is already an account with this e-mail address." in again.stderr


@pytest.mark.parametrize(
    ("words", "typed", "told"),
    [
        (("kari", "--name", "Kari", "--invite"), "", "This is not an e-mail address."),
        (("k@example.org", "--name", "K", "--password-stdin"), "short\n", "from 12 to 200 characters"),
        (("k@example.org", "--name", " ", "--invite"), "", "The name must have"),
        (("k@example.org", "--name", "K", "--invite", "--password-stdin"), "", "Choose one of"),
    ],
)
def test_what_is_wrong_with_an_account_is_told(
    ready: Terminal, words: tuple[str, ...], typed: str, told: str
) -> None:
    done = ready("user", "add", *words, typed=typed)
    assert done.exit_code != 0
    assert told in done.stderr
    assert "short" not in done.stderr


def test_an_invitation_is_a_link(ready: Terminal) -> None:
    done = ready("user", "add", "kari@example.org", "--name", "Kari", "--invite")
    assert "https://cafe.example/invitation#" in done.stdout
    again = ready("user", "invite", "kari@example.org")
    assert "https://cafe.example/invitation#" in again.stdout
    assert ready("user", "invite", "nobody@example.org").exit_code == 1


def test_a_file_is_imported_and_the_answer_is_json(ready: Terminal) -> None:
    done = ready("gathering", "import", str(SAMPLE), "--links", "--tickets")
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert report["join_link"].startswith("https://cafe.example/j#")
    assert len(report["join_code"]) == 6
    assert len(report["participants"]) == 8
    cast = Cast.model_validate(report["casts"][0])
    assert (len(cast.hosts), len(cast.phones)) == (3, 5)


def test_a_bad_file_imports_nothing_and_names_the_places(ready: Terminal, tmp_path: Path) -> None:
    raw = json.loads(SAMPLE.read_text())
    raw["sessions"][0]["tables"][1]["topic"] = "Samhandling"
    raw["sessions"][0]["tables"][0]["host"] = "Ukjent"
    file = tmp_path / "file.json"
    file.write_text(json.dumps(raw))
    done = ready("gathering", "import", str(file))
    assert done.exit_code == 1
    assert "Nothing was imported." in done.stderr
    assert "sessions[0].tables[1].topic: there is no topic called “Samhandling”" in done.stderr
    assert "sessions[0].tables[0].host: there is no participant called “Ukjent”" in done.stderr


def test_a_file_that_is_no_text_is_refused(ready: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(b"\xff\xfe{}")
    done = ready("gathering", "import", str(file))
    assert done.exit_code == 1
    assert "is not UTF-8 text" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Choose one of --code and --tickets."),
        (("--code", "ABC234", "--hosts", "2"), "--hosts needs --tickets."),
        (("--tickets", str(SAMPLE)), "holds no tickets of session 1."),
    ],
)
def test_a_simulation_that_cannot_be_says_why(cafe: Terminal, words: tuple[str, ...], told: str) -> None:
    done = cafe("simulate", "http://127.0.0.1:1", *words)
    assert done.exit_code != 0
    assert told in done.stderr


def test_the_protocol_is_printed(cafe: Terminal) -> None:
    assert cafe("protocol").stdout == (ROOT / "docs/protocol.md").read_text()


def test_real_voices_are_read_as_they_were_written() -> None:
    notes = voices().topics[0].notes
    assert len(notes) == 896
    assert notes[0].text.startswith("Local schools should help make up the pension fund crisis")


@pytest.mark.parametrize("kind", ["md", "csv", "json"])
def test_a_session_is_exported(ready: Terminal, tmp_path: Path, kind: str) -> None:
    report = json.loads(ready("gathering", "import", str(SAMPLE)).stdout)
    session = report["sessions"][0]["session"]
    printed = ready("export", session, "--format", kind)
    assert printed.exit_code == 0, printed.output
    assert printed.stdout
    assert ready("export", session, "--format", kind, "--out", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out").stat().st_size > 0


def test_a_session_that_is_not_there_is_said_to_be_missing(ready: Terminal) -> None:
    done = ready("export", "nothing-here")
    assert done.exit_code == 1
    assert "This does not exist any more" in done.stderr
