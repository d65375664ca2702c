"""A refusal gives people their words back, and never a passphrase, a code or a token."""

import re
from pathlib import Path

import pytest

import facilitator
from facilitator.refusals import WORDS, typed

FILES = Path(facilitator.__file__).parent.glob("templates/**/*.html")
TEMPLATES = [file.read_text(encoding="utf-8") for file in FILES if file.name != "styleguide.html"]
FIELD = re.compile(r"field\(\"(\w+)\"(?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\)")
SECRETS = {"csrf_token", "token", "key", "code", "words_code", "passphrase", "again"}
# The real names of the case are typed on a page that shows them to nobody who has not just given the passphrase.
KEPT_APART = {"typed"}
LONG = "correct horse battery staple and more"


def fields(wanted):
    """The names of the fields of all templates whose making holds one of these."""
    made = [found for text in TEMPLATES for found in FIELD.finditer(text)]
    return {found[1] for found in made if any(one in found[0] for one in wanted)}


def test_the_fields_of_all_templates_are_found():
    assert {"passphrase", "again"} <= fields(['type="password"'])
    assert {"text", "why", "typed"} <= fields(["rows="])


def test_no_password_field_is_among_the_words():
    assert not (SECRETS | fields(['type="password"', 'autocomplete="one-time-code"'])) & WORDS


def test_every_field_for_words_is_among_them():
    assert fields(["rows=", "words=True"]) - KEPT_APART <= WORDS


def test_no_form_shows_a_secret_again(app):
    with app.test_request_context(
        method="POST", data={name: f"{name} {LONG}" for name in SECRETS} | {"text": "I wrote."}
    ):
        assert typed() == ["I wrote."]


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/unlock", {"passphrase": LONG}),
        ("/reviews/{review}/names/opening", {"passphrase": LONG}),
        ("/reviews/{review}/report/archive", {"passphrase": LONG}),
        ("/w/{code}/helpers", {"role": "co-facilitator", "granted": "see real names", "passphrase": LONG}),
    ],
)
def test_a_wrong_passphrase_is_not_printed(leader, review, workshop, address, form):
    answer = leader.post(address.format(review=review.id, code=workshop.code), data=form)

    assert answer.status_code >= 400
    assert LONG not in answer.text


def test_short_words_come_back_too(hv, go_to):
    go_to("06-factors")

    answer = hv.post("/board-questions", htmx=False, text="A form?", stage="11-board-questions")

    assert answer.status_code == 422
    assert "A form?" in answer.text
