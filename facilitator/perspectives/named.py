"""Statements that seem to hold a name: told to their givers, counted before the reveal, marked after it."""

from collections import Counter
from dataclasses import dataclass, field, replace

from facilitator.hints.shapes import find_shapes
from facilitator.names.asking import looks_like_names, looks_of, names_of_the_case
from facilitator.perspectives.actions import hold_back
from facilitator.perspectives.asking import given_at, numbered_at, own_at
from facilitator.perspectives.box import slips_at
from facilitator.perspectives.just_given import just_given
from facilitator.refusal import Refused
from facilitator.workshops.actions import reveal

LOOKS = (
    "{} holds something that looks like a name of the case. Would you like to correct it? "
    "Write the position or the pseudonym instead."
)
HELD = "{} was not shown with the others, because it seems to hold a name. Please correct it, or withdraw it."
WAITS = "{} came late, or was begun before the reveal. It waits for the facilitator, and the room does not see it yet."
ASKED = "The facilitator asks you to look at {} again: it seems to hold a name. You can correct it."
KINDS = {
    "name": "names of the case", "worker": "names of workers", "born": "dates of birth", "number": "numbers",
    "address": "addresses", "place": "schools or places", "phone": "telephone numbers", "email": "e-mail addresses",
    "date-of-birth": "dates of birth", "nhs-number": "NHS numbers", "postcode": "postcodes", "titled-name": "names",
    "school": "schools", "street": "addresses",
}  # fmt: skip


@dataclass
class Kept:
    """What is remembered of a review's statements, without a word of them, as long as the same is looked for.

    looked_for: as looks_of gives it. places: key of a statement → what was found. steps: step → its Seen.
    """

    looked_for: object = None
    places: dict = field(default_factory=dict)
    steps: dict = field(default_factory=dict)


@dataclass
class Seen:
    """How far a step was looked through. last: the number of the last statement. named: the numbers of those that
    seem to hold a name."""

    last: int = 0
    named: list = field(default_factory=list)


KEPT = {}  # key of a review → Kept


def kept_of(review):
    looked_for = looks_of(review)
    if review.key not in KEPT or KEPT[review.key].looked_for != looked_for:
        KEPT[review.key] = Kept(looked_for)
    return KEPT[review.key]


def found_in(statement):
    """What in a statement could tell who somebody is; a full date alone does not count here.

    Looked for once, since its words never change. Words that were taken back hold nothing.
    """
    places = kept_of(statement.review).places
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


def counted_at(room):
    """What waits for its reveal, for the facilitator: how many answers, and kinds of things found. Never words.

    Words without an author are not counted: who sees a count grow while somebody types would know whose they are.
    """
    if slips_at(room):
        return {"statements": 0}
    named = [found for one in seem_named(room) if one.is_current and (found := kinds_found(one))]
    kinds = Counter(kind for found in named for kind in found)
    return {"statements": len(named), **kinds} if named else {}


def seem_named(room):
    """The statements of a step in which something was found. Each is read for this once, however often it is asked."""
    seen = kept_of(room.review).steps.setdefault((room.workshop.key, *room.step.place), Seen())
    for one in given_at(room, after=seen.last):
        seen.last = one.number
        if found_in(one):
            seen.named.append(one.number)
    return numbered_at(room, seen.named) if seen.named else []


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
    if getattr(words, "is_held", False):
        return WAITS.format(label)
    if getattr(words, "correction_asked_at", None):
        return ASKED.format(label)
    return LOOKS.format(label) if is_of_the_case(review, words.text) else None


def is_of_the_case(review, text):
    """The phone finds shapes by itself; only the laptop knows the names."""
    try:
        return bool(names_of_the_case(review, text))
    except Refused:
        return False
