"""A short evaluation at the end: asked of guests, without a name; told to organisers from five answers on."""

from __future__ import annotations

from typing import Any

from flask.typing import ResponseReturnValue

from cafe.commands import new_key
from cafe.db import db
from cafe.gatherings.facts.evaluation import results_of
from cafe.gatherings.forms import EvaluationForm
from cafe.gatherings.queries import own_participant
from cafe.gatherings.views.blueprint import gatherings
from cafe.gatherings.views.frame import back_to, done, framed
from cafe.gatherings.words import IN_WORDS, QUESTIONS
from cafe.people.identity import actor_of_request
from cafe.unnamed.queries import has_answered


@gatherings.get("/gatherings/<gathering_id>/evaluation")
def evaluation(gathering_id: str) -> ResponseReturnValue:
    """Ask a guest what they think; show organisers what came in."""
    return _page(gathering_id)


def _page(gathering_id: str, refused: EvaluationForm | None = None) -> ResponseReturnValue:
    with db.sessionmaker() as session:
        participant = own_participant(session, actor_of_request(), gathering_id)
        answered = participant is not None and has_answered(session, gathering_id, participant.id)
        results = results_of(session, gathering_id)
    return framed(
        "evaluation",
        gathering_id,
        "evaluation",
        asked=participant is not None,
        answered=answered,
        results=results,
        form=refused or EvaluationForm(formdata=None),
        questions=tuple(QUESTIONS),
        in_words=tuple(IN_WORDS),
        status=400 if refused else 200,
    )


@gatherings.post("/gatherings/<gathering_id>/evaluation")
def answer_evaluation(gathering_id: str) -> ResponseReturnValue:
    """Keep what a guest thinks."""
    form = EvaluationForm()
    if form.validate_on_submit():
        said: dict[str, Any] = {name: int(form[name].data) for name in QUESTIONS if form[name].data}
        said |= {name: form[name].data or "" for name in IN_WORDS}
        data = {"gathering_id": gathering_id, "answer_id": form.id.data, "answers": said}
        # A command id of its own: the stored answer to the command must not lead to the answer itself.
        if done(form, "answer_evaluation", data, new_key()) is not None:
            return back_to("evaluation", gathering_id)
    return _page(gathering_id, form)
