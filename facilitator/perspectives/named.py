"""Statements that seem to hold a name: told to their givers, counted before the reveal, marked after it."""

from collections import Counter
from dataclasses import replace

from facilitator.hints.shapes import find_shapes
from facilitator.names.asking import looks_like_names, looks_of, names_of_the_case
from facilitator.perspectives.actions import hold_back
from facilitator.perspectives.asking import given_at, own_at
from facilitator.perspectives.box import slips_at
from facilitator.perspectives.just_given import just_given
from facilitator.refusal import Refused
from facilitator.workshops.actions import reveal

LOOKS = (
    "{} holds something that looks like a name of the case. Would you like to correct it? "
    "Write the position or the pseudonym instead."
)
HELD = "{} was not shown with the others, because it seems to hold a name. Please correct it, or withdraw it."
ASKED = "The facilitator asks you to look at {} again: it seems to hold a name. You can correct it."
KINDS = {
    "name": "names of the case", "worker": "names of workers", "born": "dates of birth", "number": "numbers",
    "address": "addresses", "place": "schools or places", "phone": "telephone numbers", "email": "e-mail addresses",
    "date-of-birth": "dates of birth", "nhs-number": "NHS numbers", "postcode": "postcodes", "titled-name": "names",
    "school": "schools", "street": "addresses",
}  # fmt: skip


def found_in(statement):
    """What in a statement could tell who somebody is; a full date alone does not count here.

    Looked for once, since its words never change. Kept by its key, without a word of it, for as long as what is
    looked for stays the same. Words that were taken back hold nothing.
    """
    looked_for = looks_of(statement.review)
    kept_for, places = KEPT.get(statement.review.key, (None, {}))
    if kept_for != looked_for:
        KEPT[statement.review.key] = looked_for, (places := {})
    if statement.key not in places:
        places[statement.key] = [replace(one, words="") for one in look_through(statement)]
    text = statement.text
    return [replace(one, words=text[one.start : one.end]) for one in places[statement.key]] if text else []


def look_through(statement):
    """When the closed names cannot be read, what can be known by its shape is found all the same: a room goes on."""
    try:
        found = looks_like_names(statement.review, statement.text)
    except Refused:
        found = find_shapes(statement.text)
    return [one for one in found if one.kind != "full-date"]


def kinds_found(statement):
    """The kinds of what was found in a statement."""
    return frozenset(KINDS.get(one.kind, "others") for one in found_in(statement))


KEPT = {}  # key of a review → (what is looked for, {key of a statement: what was found, without its words})


def counted_at(room):
    """What waits for its reveal, for the facilitator: how many answers, and kinds of things found. Never words.

    Words without an author are not counted: who sees a count grow while somebody types would know whose they are.
    """
    if slips_at(room):
        return {"statements": 0}
    named = [found for one in given_at(room) if one.is_current and (found := kinds_found(one))]
    kinds = Counter(kind for found in named for kind in found)
    return {"statements": len(named), **kinds} if named else {}


def reveal_without_names(room):
    """Reveal a step; what seems to hold a name waits, unread, for its giver. Nothing happens when it is revealed."""
    if room.is_revealed:
        return
    reveal(room)
    for statement in given_at(room):
        if statement.is_current and found_in(statement):
            hold_back(statement)


def remarks(room, participant):
    """Sentences for a participant about their own words at this step, those saved just now first.

    Words without an author are known only in the answer to the phone that saved them.
    """
    own = own_at(room, participant).values()
    given = {(type(one), one.id): one for one in (*just_given(), *own)}.values()
    return [sentence for one in given if (sentence := remark_on(room.review, one))]


def remark_on(review, words):
    """A sentence about a statement, or about a slip that has no number yet; None when there is nothing to say."""
    label = getattr(words, "number_label", "What you just wrote")
    if getattr(words, "held_back_at", None) and words.is_held:
        return HELD.format(label)
    if getattr(words, "correction_asked_at", None):
        return ASKED.format(label)
    return LOOKS.format(label) if is_of_the_case(review, words.text) else None


def is_of_the_case(review, text):
    """The phone finds shapes by itself; only the laptop knows the names."""
    try:
        return bool(names_of_the_case(review, text))
    except Refused:
        return False
