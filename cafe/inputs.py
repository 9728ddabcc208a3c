"""Form fields whose messages are ours, for all domains, since WTForms' own are not in every language.

And the way back that a form may carry.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from wtforms import DateField, IntegerField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from cafe.commands import storable
from cafe.errors import SafeError
from cafe.i18n import lazy

MISSING = lazy("Something is missing here. Fill it in.")
TOO_LONG = lazy("This is longer than %(most)s characters. It is kept; shorten it.", most=200)


Choices = list[Any]


def choice(value: str | int, label: Any) -> Any:
    """Make one of the choices of a field; its library has no types for it yet."""
    return SelectChoice(value, label)


def can_be_stored(_form: Any, field: Any) -> None:
    """Refuse characters that no database keeps."""
    try:
        storable(field.data or "")
    except ValueError:
        raise ValidationError(
            lazy("This holds a character that cannot be stored. Remove it; the rest is kept.")
        ) from None


def stripped(text: str | None) -> str:
    """Take away the space around what was typed."""
    return (text or "").strip()


def line(label: Any, *, required: bool = True, most: int = 200) -> StringField:
    """Make a field for one line of text."""
    needed = DataRequired(MISSING) if required else Optional()
    too_long = lazy("This is longer than %(most)s characters. It is kept; shorten it.", most=most)
    validators = [needed, Length(max=most, message=too_long), can_be_stored]
    return StringField(label, validators=validators, filters=[stripped])


class WholeNumber(IntegerField):
    """A whole number between two bounds; what cannot be read as one is kept and explained."""

    def __init__(
        self, label: Any = None, *, least: int, most: int, required: bool = True, **options: Any
    ) -> None:
        super().__init__(label, [self.must_be_within], **options)
        self.least, self.most, self.required = least, most, required
        self.flags.required = required

    @property
    def number(self) -> int:
        """Give the number once the form has been found right."""
        return self.data or 0

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed; what is no number is none yet, what was not asked stays as it is."""
        if not valuelist:
            return
        try:
            self.data = int(str(valuelist[0]).strip())
        except ValueError:
            self.data = None

    def must_be_within(self, _form: Any, field: Any) -> None:
        """Refuse what is no number or out of bounds."""
        left_empty = field.data is None and not any(str(typed).strip() for typed in field.raw_data or ())
        if left_empty and not self.required:
            return
        if field.data is None or not self.least <= field.data <= self.most:
            bounds = {"least": self.least, "most": self.most}
            raise ValidationError(lazy("Write a whole number from %(least)s to %(most)s.", **bounds))


class Day(DateField):
    """A date."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed. Raises ValueError with a message that helps."""
        if not any(valuelist):
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(lazy("Write the date as year-month-day, such as 2027-02-08.")) from None


def tell(form: Any, error: SafeError) -> None:
    """Put a refusal beside the field it is about, or above the form."""
    name = (error.field or "").partition(".")[0]
    field = form[name] if name in form and name != "id" else None
    if field is None:
        form.form_errors = [*form.form_errors, str(error.message)]
    else:
        field.errors = [*field.errors, str(error.message)]


def own_path(wanted: str | None) -> str | None:
    """Give the path of a page of this server that somebody is to come back to; None for any other address."""
    target = urlsplit(wanted or "")
    path = target.path
    foreign = target.scheme or target.netloc or not path.startswith("/") or path.startswith(("//", "/\\"))
    if foreign or "\\" in path or any(ord(character) < ord(" ") for character in wanted or ""):
        return None
    return f"{path}?{target.query}" if target.query else path
