"""Numbers and addresses that lead to somebody. Pure."""

from __future__ import annotations

import re

_MONEY = r"(?!\s?(?:kr\b|kroner|kronor|NOK|SEK|EUR|USD|,-|%|\d))"
_ALONE = r"(?<![\d.,/-])(?<![\d] )"

# Amounts stand in threes from the end (12 000 000); telephones do not.
_TELEPHONES = (
    r"(?:\+|00)\d{2}[\s-]?\d{1,4}(?:[\s-]?\d{2,4}){2,4}\b",
    rf"{_ALONE}[2-9]\d \d\d \d\d \d\d\b{_MONEY}",
    rf"{_ALONE}[49]\d\d \d\d \d\d\d\b{_MONEY}",
    rf"{_ALONE}[2-9]\d{{7}}\b{_MONEY}",
    rf"{_ALONE}0\d{{1,3}}[- ]\d{{2,3}}[ ]?\d\d[ ]?\d\d\b",
    rf"{_ALONE}\(?\d{{3}}\)?[- ]\d{{3}}-\d{{4}}\b",
)
_DAY = r"(?:0[1-9]|[12]\d|3[01]|[4-7]\d)"
_MONTH = r"(?:0[1-9]|1[0-2]|[48]\d)"
_BIRTH_NUMBERS = (
    rf"{_ALONE}{_DAY}{_MONTH}\d\d ?\d{{5}}\b",
    rf"{_ALONE}(?:19|20)?\d\d{_MONTH}{_DAY}[-+ ]?\d{{4}}\b",
)
_BORN = (
    r"\b(?i:f[øö]dd?t?|born)\s+(?:(?i:den|on)\s+)?"
    r"\d{1,2}[./ -]\s?(?:\d{1,2}|[^\W\d]{3,9})[./ -]*\d{2,4}"
)
_ENDINGS = "veien|vegen|vei|veg|gata|gaten|gate|gatan|vägen|väg|stien|stigen|bakken|backen|allé|alle|plassen"
_STREETS = (
    rf"\b[A-ZÆØÅÄÖ][^\W\d]*(?:{_ENDINGS})\s+\d+\s?(?:[A-Za-z]\b)?",
    r"\b[A-ZÆØÅÄÖ][^\W\d]+ (?:vei|veg|gate|gata|allé|väg|plass)\s+\d+\s?(?:[A-Za-z]\b)?",
    r"\b\d+ (?:[A-Z][a-z]+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Court|Ct|Way)\b",
)

# Looked for only where a word begins: at each of its letters, one endless word would hold everybody up.
_E_MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

NUMBERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_E_MAIL), "e_mail"),
    (re.compile("|".join(_BIRTH_NUMBERS)), "birth_number"),
    (re.compile(_BORN), "birthday"),
    (re.compile("|".join(_TELEPHONES)), "telephone"),
    (re.compile("|".join(_STREETS)), "address"),
)
