"""Gather every text of the program and write the catalogues: `make messages`.

English ids stand in the code. Each other language has a `messages.po` under `cafe/translations/`, which
people edit, and a `messages.mo`, made from it and committed, so that a checkout runs without a build. What is
translated is kept; what the code no longer says is dropped; what is new is left empty, and the tests fail
until somebody has translated it.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cafe.i18n import LANGUAGES
from cafe.site.words import Id, messages_in

ROOT = Path(__file__).resolve().parents[1]
# English needs no catalogue: where there is none, the id itself is shown.
TRANSLATED = tuple(code for code, _name in LANGUAGES if code != "en")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "lazy": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
}
# What Babel is to read, and how. The JavaScript is read as the program itself reads it.
SOURCES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("cafe/**/*.py", "python", {}),
    ("templates/**/*.html", "jinja2.ext:babel_extract", {"silent": "false"}),
    ("templates/**/*.txt", "jinja2.ext:babel_extract", {"silent": "false"}),
)


class Plain(Catalog):
    """A catalogue whose header holds what readers need, and nothing that changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Give the header: no dates and no versions, so that the same texts make the same file."""
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def messages_in_code() -> Iterator[tuple[str, int, Id]]:
    """Give every marked text with its file and line, in the order of the files."""
    for pattern, method, options in SOURCES:
        for file in sorted(ROOT.glob(pattern)):
            for line, message, _comments, _context in extract_from_file(
                method, file, keywords=KEYWORDS, options=options
            ):
                yield str(file.relative_to(ROOT)), line, cast("Id", message)
    for file in sorted(ROOT.glob("static/js/**/*.js")):
        for line, message in messages_in(file.read_text(encoding="utf-8")):
            yield str(file.relative_to(ROOT)), line, message


def texts(catalogue: Catalog) -> list[Message]:
    """Give the entries of a catalogue without its header."""
    return [message for message in catalogue if message.id]


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give the forms of a text: one, or one for each number."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def path_of(language: str, ending: str) -> Path:
    """Give the place of a language's catalogue."""
    return ROOT / "cafe" / "translations" / language / "LC_MESSAGES" / f"messages.{ending}"


def catalogue_in_file(language: str) -> Catalog:
    """Read the texts that are translated so far."""
    path = path_of(language, "po")
    if not path.exists():
        return Plain(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def fresh_catalogue(language: str) -> Plain:
    """Give the texts that the code holds now, with the translations that the file has for them."""
    kept = catalogue_in_file(language)
    fresh = Plain(locale=language, header_comment=f"# The texts of Kafédialog: {language}.", fuzzy=False)
    for file, _line, message in messages_in_code():
        # Without line numbers, so that the file changes only when a text does.
        fresh.add(message, locations=[(file, 0)])
    for text in texts(fresh):
        found = kept.get(text.id)
        if found is not None and found.pluralizable == text.pluralizable:
            text.string = found.string
            text.user_comments = found.user_comments
    return fresh


def as_po(catalogue: Catalog) -> bytes:
    """Give the file that people edit."""
    out = BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Give the file that the program reads."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def texts_of_mo(content: bytes) -> dict[str | tuple[str, int], str]:
    """Give what a program that reads this file finds in it."""
    found = dict(gettext.GNUTranslations(BytesIO(content))._catalog)  # type: ignore[attr-defined]  # noqa: SLF001
    del found[""]  # the header
    return found


def untranslated(catalogue: Catalog) -> list[Message]:
    """Give the texts that nobody has translated yet."""
    return [message for message in texts(catalogue) if not all(forms(message.string))]


def main() -> None:
    """Write the catalogues anew, and say what is still to be translated."""
    for language in TRANSLATED:
        fresh = fresh_catalogue(language)
        path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
        path_of(language, "po").write_bytes(as_po(fresh))
        path_of(language, "mo").write_bytes(as_mo(fresh))
        print(f"{language}: {len(fresh)} texts, {len(untranslated(fresh))} to translate")


if __name__ == "__main__":
    main()
