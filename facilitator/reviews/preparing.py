"""What is done and what is missing before a review can be taken into a room. (method.md, 4: preparation)

Later nouns are asked through the review itself, so that nothing here needs to know them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """One step of preparing: where it is done, whether enough is there, and a sentence that says what or what not."""

    name: str
    endpoint: str
    done: bool
    says: str


def tasks(review):
    """The steps of preparing a review, in order."""
    return [purpose(review), agencies(review), cast(review), narrative(review)]


def purpose(review):
    questions = counted(len(review.questions), "question")
    if not review.why.strip():
        says = "Say in a sentence why this case is a useful window on how the system works."
    elif not review.questions:
        says = "Ask at least one question that this review is to answer."
    else:
        says = f"Why this case, and {questions}."
    return Task("Purpose and questions", "reviews.purpose", bool(review.why.strip() and review.questions), says)


def agencies(review):
    empty = [agency.name for agency in review.agencies if not agency.positions]
    if not review.agencies:
        says = "Name the agencies that worked with the family. Each gets a letter, a colour and a lane."
    else:
        says = f"{counted(len(review.agencies), 'agency', 'agencies')}, {counted(len(review.positions), 'position')}."
    if empty:
        says += f" No position yet: {listed(empty)}."
    return Task("Agencies and positions", "reviews.agencies", bool(review.agencies and not empty), says)


def cast(review):
    says = "Give the family and the places pseudonyms, before anything is written about them."
    if review.cast:
        says = f"{counted(len(review.cast), 'pseudonym')}: {listed([member.pseudonym for member in review.cast])}."
    return Task("Cast", "reviews.cast", bool(review.cast), says)


def narrative(review):
    told = {entry.agency_id for entry in review.all_entries}
    silent = [agency.name for agency in review.agencies if agency.id not in told]
    says = "Write or import what happened, agency by agency. A rough date is fine."
    if review.all_entries:
        says = f"{counted(len(review.all_entries), 'entry', 'entries')} in {counted(len(told), 'lane')}."
    if review.all_entries and silent:
        says += f" Nothing yet from: {listed(silent)}."
    return Task("Narrative", "narrative.prepare", bool(review.all_entries), says)


def counted(number, one, many=None):
    """A number with its noun: “1 agency”, “7 agencies”."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names):
    """At most five names, and how many more."""
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown
