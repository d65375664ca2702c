"""Whether what was sent can make a pattern. Everything wrong is refused with a sentence, before anything is written."""

from facilitator.patterns.asking import shown_in
from facilitator.patterns.categories import categories as all_categories
from facilitator.patterns.models import KINDS
from facilitator.refusal import Refused
from facilitator.workshops.steps import chosen_episodes

LONGEST_TITLE = 300


def check_title(title):
    """The name in one line, without needless spaces."""
    title = " ".join(title.split())
    if not title:
        raise Refused("Give it a name in one line, so that the group can say whether it is theirs.")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"That is {len(title):,} characters; at most {LONGEST_TITLE} fit in one line. Please shorten it.")
    return title


def check_apart(pattern):
    """A pattern that is part of another is left as it is, so that the two can be taken apart exactly."""
    if pattern.part_of:
        raise Refused(f"{pattern.number_label} is part of {pattern.part_of.number_label}. Take them apart first.")
    if pattern.is_taken_apart:
        raise Refused(f"{pattern.number_label} was taken apart and no longer stands.")


def check_pattern(review, kind, categories=(), episodes=(), rests_on=(), against=(), kept=None):
    """The parts of a pattern as actions.fill takes them. kept: a pattern whose present evidence may stay."""
    if kind not in KINDS:
        raise Refused("Say which way it works: unsafe, or constructive.")
    known = list(all_categories(review))
    if unknown := set(categories) - set(known):
        raise Refused(f"“{min(unknown)}” is not one of the categories.")
    sides = evidence_of(review, rests_on, against, kept)
    return {
        "kind": kind,
        "categories": [key for key in known if key in categories],
        "episodes": chosen(review, episodes),
        "evidence": sides,
    }


def chosen(review, numbers):
    """The key practice episodes with these numbers."""
    by_number = {episode.number: episode for episode in chosen_episodes(review)}
    if missing := set(numbers) - by_number.keys():
        raise Refused(f"KPE {min(missing)} is not one of the chosen episodes.")
    return [by_number[number] for number in sorted(set(numbers))]


def evidence_of(review, rests_on, against, kept=None):
    """Statement → side. The number of a corrected statement stands for its latest version."""
    usable = {number: one for one in seen(review, kept) for number in numbers_of(one)}
    if both := set(rests_on) & set(against):
        raise Refused(f"S-{min(both):03d} cannot both speak for it and against it. Choose one.")
    if hidden := (set(rests_on) | set(against)) - usable.keys():
        raise Refused(f"S-{min(hidden):03d} is not among the words this group has seen. Reveal them first.")
    sides = {usable[number]: "against" for number in against}
    return {usable[number]: "for" for number in rests_on} | sides


def seen(review, kept):
    """The statements the room has seen, and those a pattern has already."""
    return [*([piece.statement for piece in kept.own_evidence] if kept else []), *shown_in(review)]


def numbers_of(statement):
    """Its number, and those of the versions it corrects."""
    numbers = [statement.number]
    while statement := statement.replaces:
        numbers.append(statement.number)
    return numbers


def picked(review, numbers):
    """Those of the statements with these numbers that the room has seen."""
    wanted = set(numbers)
    return [one for one in shown_in(review) if wanted & set(numbers_of(one))]
