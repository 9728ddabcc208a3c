"""The four languages say the same: every text is there, whole, and in the house's manner of writing."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from flask import Flask
from flask_babel import force_locale, format_date, gettext, ngettext

from cafe.days import said_days
from cafe.gatherings.commands import Kind
from cafe.gatherings.people_words import Column, column_of, kind_of, yes_or_no
from cafe.gatherings.words import KINDS
from cafe.site.words import CALL, COMMENT, Id, Words, messages_in, words_for
from tools.messages import (
    KEYWORDS,
    ROOT,
    TRANSLATED,
    as_mo,
    as_po,
    catalogue_in_file,
    forms,
    fresh_catalogue,
    messages_in_code,
    path_of,
    texts,
    texts_of_mo,
    untranslated,
)

MAKE = "Run `make messages`, translate what is new, and run it again."
PLACEHOLDER = re.compile(r"(%\(\w+\)s)|(\{\w+\})|(%%)")
# What opens and closes a quotation in each language.
QUOTES = {"nb": "«»", "nn": "«»", "sv": "”"}
FOREIGN_QUOTES = {language: set('"“”„«»') - set(own) for language, own in QUOTES.items()}
JAVASCRIPT = sorted((ROOT / "static/js").rglob("*.js"))
ANY_CALL = re.compile(r"(?<![\w.$])(?<!function )[tn]\(")


@cache
def fresh(language: str) -> Catalog:
    return fresh_catalogue(language)


@cache
def in_code() -> list[tuple[str, int, Id]]:
    return list(messages_in_code())


def marks(text: str) -> set[str]:
    return {"".join(found) for found in PLACEHOLDER.findall(text)}


def ending(text: str) -> str:
    return text[len(text.rstrip(".,:;?…")) :]


def wrong_in(language: str, original: str, translation: str) -> list[str]:
    """Say what is wrong with one form of a text."""
    found = {
        "stray spaces": translation != translation.strip() or "  " in translation,
        "another ending": ending(original) != ending(translation),
        "an exclamation mark": "!" in translation,
        "quotation marks of another language": bool(FOREIGN_QUOTES[language] & set(translation)),
        "begins with a small letter": original[:1].isupper() and translation[:1].islower(),
    }
    return [f"{wrong}: {original!r} → {translation!r}" for wrong, holds in found.items() if holds]


def other_placeholders(message: Message) -> list[str]:
    """Find what the program would leave unfilled; one may say the number in words, or as many do."""
    ids, strings = forms(message.id), forms(message.string)
    allowed = [{frozenset(marks(ids[0])), frozenset(marks(ids[-1]))}, {frozenset(marks(ids[-1]))}]
    allowed = allowed if len(ids) > 1 else [{frozenset(marks(ids[0]))}]
    found = zip(strings, allowed, strict=True)
    return [f"other placeholders: {text!r} for {ids!r}" for text, may in found if marks(text) not in may]


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    assert [message.id for message in untranslated(fresh(language))] == [], MAKE


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_file_holds_what_the_code_says_and_nothing_else(language: str) -> None:
    in_file = catalogue_in_file(language)
    assert not in_file.obsolete, MAKE
    assert {message.id for message in texts(in_file)} == {message.id for message in texts(fresh(language))}, (
        MAKE
    )
    assert path_of(language, "po").read_bytes() == as_po(fresh(language)), MAKE


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_reads_is_made_from_what_people_edit(language: str) -> None:
    read = texts_of_mo(path_of(language, "mo").read_bytes())
    assert read == texts_of_mo(as_mo(catalogue_in_file(language))), MAKE


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_to_the_original_and_to_the_manner_of_the_house(language: str) -> None:
    in_file = texts(catalogue_in_file(language))
    assert not [message.id for message in in_file if message.fuzzy], "a guess that nobody has confirmed"
    assert [wrong for message in in_file for wrong in other_placeholders(message)] == []
    every_form = [pair for m in in_file for pair in zip(forms(m.id), forms(m.string), strict=True)]
    assert [wrong for pair in every_form for wrong in wrong_in(language, *pair)] == []


def test_one_text_is_not_both_alone_and_counted() -> None:
    alone = {message for _file, _line, message in in_code() if isinstance(message, str)}
    counted = {message for _file, _line, message in in_code() if not isinstance(message, str)}
    assert {message for message in counted if message[0] in alone} == set()
    assert len({message[0] for message in counted}) == len(counted), "one singular has two plurals"


def test_the_english_keeps_to_the_manner_of_the_house() -> None:
    every_form = [
        (f"{file}:{line}", form) for file, line, message in in_code() for form in forms(message) if form
    ]
    assert [place for place, form in every_form if "!" in form or form != form.strip()] == []


@pytest.mark.parametrize("file", JAVASCRIPT, ids=lambda file: str(file.relative_to(ROOT / "static/js")))
def test_javascript_asks_only_for_texts_that_stand_in_the_code(file: Path) -> None:
    # What is put together at run time is in no catalogue, and would be shown in English to everyone.
    code = COMMENT.sub("", file.read_text())
    calls = {call.start() for call in ANY_CALL.finditer(code)}
    understood = {call.start() for call in CALL.finditer(code)}
    assert [code[start : start + 60] for start in sorted(calls - understood)] == []


def test_python_asks_only_for_texts_that_stand_in_the_code() -> None:
    found = []
    for file in sorted((ROOT / "cafe").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                texts_given = node.args[: len(KEYWORDS[node.func.id] or (1,))]
                if not all(isinstance(text, ast.Constant) for text in texts_given):
                    found.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_templates_ask_only_for_texts_that_stand_in_them() -> None:
    call = re.compile(r"(?<![\w.])(?:_|n?gettext)\((?!\s*[\"'])")
    assert [
        f"{file.relative_to(ROOT)}: {found.group()}"
        for file in sorted((ROOT / "templates").rglob("*.html"))
        for found in call.finditer(file.read_text())
    ] == []


def test_texts_in_templates_inside_templates_are_found() -> None:
    source = """
      // t("not this one")
      /** Write `t("nor this")` */
      html`${all.map((one) => html`<i class=${t("inside")}>${t("{here} of {all}", { here: 1, all: 2 })}</i>`)}
        ${n("{count} note", "{count} notes", count)} ${format("x")} ${that.t("y")} ${t("a \\"b\\"")}`"""
    assert list(messages_in(source)) == [
        (4, "inside"),
        (4, "{here} of {all}"),
        (5, ("{count} note", "{count} notes")),
        (5, 'a "b"'),
    ]


def spoken(app: Flask, language: str) -> tuple[list[str], Words]:
    with app.test_request_context(), force_locale(language):
        page = words_for(["js/lib/words.js"])
        people = [ngettext("%(num)s person", "%(num)s people", number) for number in (0, 1, 2)]
        return [gettext("Save"), *people], page


@pytest.mark.parametrize(
    ("language", "expected", "minutes"),
    [
        ("nb", ["Lagre", "0 personer", "1 person", "2 personer"], ["minutt", "minutter"]),
        ("nn", ["Lagre", "0 personar", "1 person", "2 personar"], ["minutt", "minutt"]),
        ("sv", ["Spara", "0 personer", "1 person", "2 personer"], ["minut", "minuter"]),
        ("en", ["Save", "0 people", "1 person", "2 people"], ["minute", "minutes"]),
    ],
)
def test_pages_speak_the_language_asked_for(
    sqlite_app: Flask, language: str, expected: list[str], minutes: list[str]
) -> None:
    said, page = spoken(sqlite_app, language)
    assert said == expected
    assert [form.split()[1] for form in page["{count} minute left"]] == minutes


@pytest.mark.parametrize(
    ("language", "published", "days"),
    [
        ("nb", "9. februar 2027", "8.–9. februar 2027"),
        ("nn", "9. februar 2027", "8.–9. februar 2027"),
        ("sv", "9 februari 2027", "8–9 februari 2027"),
        ("en", "February 9, 2027", "February 8–9, 2027"),
    ],
)
def test_dates_are_said_as_readers_say_them(
    sqlite_app: Flask, language: str, published: str, days: str
) -> None:
    late = datetime(2027, 2, 8, 23, 30, tzinfo=UTC)  # after midnight in Oslo and Stockholm
    with sqlite_app.test_request_context(), force_locale(language):
        assert format_date(late, "long") == published
        assert said_days("2027-02-08", "2027-02-09") == days.replace(" ", "\N{NO-BREAK SPACE}", 1).replace(
            "–", "–\N{WORD JOINER}"
        )


@pytest.mark.parametrize("language", [*TRANSLATED, "en"])
def test_lists_of_people_may_be_written_in_the_words_that_the_page_uses(
    sqlite_app: Flask, language: str
) -> None:
    columns = [Column.NAME, Column.ORGANISATION, Column.KIND, Column.TABLE, Column.HOST]
    with sqlite_app.test_request_context(), force_locale(language):
        example = gettext("name; organisation; kind; table; host")
        assert [column_of(title) for title in example.split("; ")] == columns
        of_wishes = gettext("must visit; not with; with; step-free; stays; company; sits out")
        assert [column_of(title) for title in of_wishes.split("; ")] == list(Column)[-7:]
        assert {kind: kind_of(str(word)) for kind, word in KINDS.items()} == {kind: kind for kind in Kind}
        assert yes_or_no(gettext("Yes"))
