"""What may be asked about the report's files."""

from __future__ import annotations

from enum import StrEnum

from cafe.commands import Command, Key, command


class FileFormat(StrEnum):
    """The files that take a while to make; the value is the file's ending."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"


class FileLanguage(StrEnum):
    """The languages of a report."""

    BOKMAAL = "nb"
    NYNORSK = "nn"
    SWEDISH = "sv"
    ENGLISH = "en"


@command
class MakeReportFile(Command):
    """Make a file of the report as it is now; an earlier one is given up for it."""

    name = "make_report_file"
    session_id: Key
    file_id: Key
    format: FileFormat
    language: FileLanguage


@command
class CancelReportFile(Command):
    """Stop making a file."""

    name = "cancel_report_file"
    session_id: Key
    file_id: Key
