"""Putting statements and whole patterns together, and taking them apart again. The only place that writes merges."""

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.db import db, now
from facilitator.patterns.actions import name_pattern, tell
from facilitator.patterns.asking import find_pattern, patterns_of
from facilitator.patterns.checking import check_title, evidence_of
from facilitator.patterns.merge_models import MergeEvidence, PatternMerge
from facilitator.patterns.models import statements
from facilitator.refusal import NotFound, Refused


def put_together(review, numbers, said, into=None, title="", kind=None, categories=(), by=None):
    """Put patterns and statements together, into a pattern there is or a new one. Returns the pattern.

    numbers: of the patterns. said: numbers of statements the room has seen. into: the number of a pattern; without it
    one is named with title, kind and categories. Nothing is copied or changed in what is put together, so that it can
    be taken apart exactly. Refused where nothing is ticked, a pattern would be part of itself or is part of another, a
    finding on one of them is final, they work opposite ways, or a statement would speak for and against. (method.md, 5)
    """
    by = by or acting_role()
    parts = [find_pattern(review, number) for number in dict.fromkeys(numbers)]
    words = [*evidence_of(review, said, ())]
    target = find_pattern(review, into) if into else None
    check_parts(parts, words, target, kind)
    if target is None:
        target = named_anew(review, title, kind, categories, by)
    words = [one for one in words if one not in target.rests_on]
    if words or parts:
        keep(target, parts, words, by, made=into is None)
    return target


def keep(target, parts, words, by, made):
    merge = PatternMerge(review=target.review, into=target, patterns=parts, made=made, by=by)
    merge.evidence = [MergeEvidence(statement=one) for one in words]
    db.session.add(merge)
    db.session.flush()
    of = ", ".join([*(one.number_label for one in parts), *(one.number_label for one in words)])
    log(target.review, "patterns put together", role=by, pattern=target.number_label, of=of)
    tell(target.review)


def take_apart(merge, by=None):
    """Undo it exactly: every pattern stands by itself again as it was. Twice is once.

    Refused once a finding is drafted from a pattern that was named for it, or other words were put to that since.
    """
    if merge.undone_at is not None:
        return
    label = merge.into.number_label
    if merge.made and merge.into.findings:
        raise Refused(f"Finding {merge.into.findings[0].number} rests on {label}, so it stays together.")
    if merge.made and [one for one in merge.into.standing_merges if one is not merge]:
        raise Refused(f"More was put to {label} since. Take that apart first.")
    if merge.made and merge.into.part_of:
        raise Refused(f"{label} is part of {merge.into.part_of.number_label}. Take that apart first.")
    merge.undone_at, merge.undone_by = now(), by or acting_role()
    log(merge.review, "patterns taken apart", role=merge.undone_by, pattern=label)
    tell(merge.review)


def find_merge(review, key):
    for merge in review.pattern_merges:
        if merge.key == key:
            return merge
    raise NotFound("These were not put together in this review.")


def named_anew(review, title, kind, categories, by):
    title = check_title(title)
    if any(pattern.title == title for pattern in patterns_of(review)):
        raise Refused("A pattern has this name already. Choose that one to put them into, or give another name.")
    return name_pattern(review, title, kind, categories, by=by)


def check_parts(parts, words, target, kind):
    if not (parts or words) or (target is None and len(parts) + len(words) < 2):
        raise Refused("Tick at least two things to put together, or one and the pattern it belongs to.")
    for one in [*parts, *([target] if target else [])]:
        check_free(one)
    if target in parts:
        raise Refused(f"{target.number_label} cannot be put together with itself. Tick the others only.")
    if other := next((one for one in parts if one.kind != (target.kind if target else kind)), None):
        raise Refused(f"{other.number_label} is {other.kind}, the other is not. What works opposite ways stays apart.")
    check_sides([*parts, *([target] if target else [])], words)


def check_free(pattern):
    """Whether a pattern may still be put together with others."""
    label = pattern.number_label
    if pattern.part_of:
        raise Refused(f"{label} is part of {pattern.part_of.number_label} already. Take them apart first.")
    if pattern.is_taken_apart:
        raise Refused(f"{label} was taken apart and no longer stands.")
    if final := next((one for one in pattern.findings if one.state == "final"), None):
        raise Refused(f"Finding {final.number} rests on {label} and is final, so {label} stays as it is.")


def check_sides(patterns, words):
    """No statement may come to speak for and against the same pattern."""
    against = {one for pattern in patterns for one in pattern.against}
    both = against & {*words, *(one for pattern in patterns for one in pattern.rests_on)}
    if both:
        label = min(both, key=lambda one: one.number).number_label
        raise Refused(f"{label} would speak for it and against it. Settle that in one of them first.")


def came_from(pattern):
    """What a pattern was put together from: for each merge (merge, [(pattern, its statements)], further statements)."""
    return [
        (merge, [(one, [*one.rests_on, *one.against]) for one in merge.patterns], statements(merge.evidence, "for"))
        for merge in pattern.standing_merges
    ]
