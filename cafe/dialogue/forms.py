"""What organisers type when they prepare a session."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import BooleanField, Form, HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Regexp, ValidationError

from cafe.commands import new_key
from cafe.dialogue.commands.session import MAX_ROUNDS, MAX_TABLES, Mode
from cafe.dialogue.commands.wishes import WishKind
from cafe.dialogue.shape import Expected
from cafe.dialogue.wish_words import WISHES
from cafe.dialogue.words import MODES
from cafe.i18n import lazy
from cafe.inputs import MISSING, Choices, WholeNumber, can_be_stored, choice, line, stripped

MOST_QUESTION = 500
MOST_TOPICS = 24
LONGEST_TITLE = 200
MODE_CHOICES = [choice(mode.value, name) for mode, (name, _what) in MODES.items()]


def mode_field() -> RadioField:
    """Make the choice between the modes that are offered."""
    return RadioField(
        lazy("How do people move?"),
        choices=MODE_CHOICES,
        default=Mode.TOPIC_PER_TABLE.value,
        validators=[DataRequired(MISSING)],
    )


class NewSessionForm(FlaskForm):
    """A session to begin: everything else has good defaults."""

    id = HiddenField(default=new_key, validators=[Regexp(r"^[A-Za-z0-9_-]{8,36}$")])
    title = line(lazy("What is it called?"))
    mode = mode_field()
    topics = TextAreaField(lazy("Topics, one a line"), validators=[can_be_stored], filters=[stripped])
    question = line(lazy("The question"), required=False, most=MOST_QUESTION)
    people = WholeNumber(lazy("How many people do you expect?"), least=2, most=1500)

    def titles(self) -> list[str]:
        """Give the topics, one of each line."""
        return [title.strip() for title in (self.topics.data or "").splitlines() if title.strip()]

    def validate_topics(self, _field: TextAreaField) -> None:
        """Refuse more topics, or longer ones, than a session takes."""
        if len(self.titles()) > MOST_TOPICS:
            raise ValidationError(
                lazy("There is room for %(most)s topics. Choose among them.", most=MOST_TOPICS)
            )
        if any(len(title) > LONGEST_TITLE for title in self.titles()):
            raise ValidationError(
                lazy("A topic is longer than %(most)s characters. Shorten it.", most=LONGEST_TITLE)
            )


class ShapeForm(FlaskForm):
    """The sentence that says how large and how long."""

    rounds = WholeNumber(lazy("Number of rounds"), least=1, most=MAX_ROUNDS)
    minutes = WholeNumber(lazy("Minutes a round"), least=1, most=60)
    tables = WholeNumber(lazy("Number of tables"), least=1, most=MAX_TABLES)
    seats = WholeNumber(lazy("Seats a table, the host's included"), least=3, most=10)
    switch = WholeNumber(lazy("Minutes to change tables"), least=0, most=10)


class MannerForm(FlaskForm):
    """What the session is called and how people move."""

    title = line(lazy("What is it called?"))
    mode = mode_field()
    question = line(lazy("The question"), required=False, most=MOST_QUESTION)
    home_table_last = BooleanField(lazy("Everyone comes back to their first table in the last round"))


class TopicForm(Form):
    """One topic of the list."""

    title = line(lazy("Topic"), required=False)
    question = line(lazy("Question"), required=False, most=MOST_QUESTION)


class RoundForm(Form):
    """One round of the list."""

    minutes = WholeNumber(lazy("Minutes"), least=1, most=60)
    question = line(lazy("Question"), required=False, most=MOST_QUESTION)


class TableForm(Form):
    """One table of the list, with its hosts as labels of people."""

    topic_id = SelectField(lazy("Topic"), validate_choice=False)
    seats = WholeNumber(lazy("Seats"), least=3, most=10)
    accessible = BooleanField(lazy("Step-free"))
    host = line(lazy("Host"), required=False, most=450)
    cohost = line(lazy("Co-host"), required=False, most=450)


class WishForm(FlaskForm):
    """A wish about where somebody sits; which fields count follows from its kind."""

    kind = RadioField(
        lazy("What should the plan heed?"),
        choices=[choice(kind, word.offer) for kind, word in WISHES.items() if word.offer],
        default=WishKind.MUST_VISIT.value,
        validators=[DataRequired(MISSING)],
    )
    person = line(lazy("Who?"), most=450)
    other = line(lazy("And whom?"), required=False, most=450)
    topic_id = SelectField(lazy("Which topic?"), validate_choice=False)
    round = SelectField(lazy("Which round?"), coerce=int, validate_choice=False)

    def offer(self, topics: Choices, rounds: Choices) -> None:
        """Say which topics and rounds there are. What is asked for by a kind is needed for it."""
        for asked in (self.other, self.topic_id, self.round):
            asked.flags.required = True
        self.topic_id.choices, self.round.choices = topics, rounds


class MoveForm(FlaskForm):
    """Somebody to be seated by hand."""

    person = line(lazy("Who?"), most=450)
    round = SelectField(lazy("Round"), coerce=int)
    table_id = SelectField(lazy("To which table?"))

    def offer(self, rounds: Choices, tables: Choices) -> None:
        """Say which rounds and tables there are."""
        self.round.choices = rounds
        self.table_id.choices = [*tables, choice("", lazy("No table: sits out"))]


class SwapForm(FlaskForm):
    """Whom somebody changes places with at a full table."""

    round = HiddenField()
    attendee_id = HiddenField()
    other_id = SelectField(lazy("Who changes places with them?"))

    def offer(self, person: Expected, table: int, others: list[Expected]) -> None:
        """Say who wants to sit where, and who sits there now."""
        self.person, self.table = person, table
        self.other_id.choices = [choice(other.id, other.label) for other in others]
