"""Naming, changing, taking and removing patterns. The only place that writes them."""

from facilitator.access.actions import log
from facilitator.db import db, now
from facilitator.live.announcements import announce
from facilitator.patterns.asking import next_number, patterns_of
from facilitator.patterns.checking import check_apart, check_pattern, check_title, picked
from facilitator.patterns.models import Filing, Pattern, PatternEvidence
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.asked_here import check_kind
from facilitator.refusal import Refused


def name_pattern(review, title, kind, categories=(), episodes=(), rests_on=(), against=(), by="facilitator"):
    """Put a pattern before the group, named by a facilitator. The same name again returns the pattern there is.

    kind: unsafe or constructive. categories: keys of prompts/categories.yaml. episodes: numbers of chosen episodes.
    rests_on, against: numbers of statements the room has seen. Refused where one of these is none. (method.md, 9)
    """
    title = check_title(title)
    if standing := next((pattern for pattern in patterns_of(review) if pattern.title == title), None):
        return standing
    parts = check_pattern(review, kind, categories, episodes, rests_on, against)
    pattern = Pattern(review=review, number=next_number(review), title=title)
    db.session.add(pattern)
    fill(pattern, **parts)
    log(review, "pattern named", role=by, pattern=pattern.number_label)
    tell(review)
    return pattern


def propose_pattern(participant, room, words, key, kind, category="", rests_on=()):
    """Put a pattern before the group from a phone. Its name is kept as a statement; the same key again writes nothing.

    rests_on: numbers of the statements they ticked; those not shown (any more) are left out, so that no words are lost.
    """
    check_kind(room, "patterns")
    check_title(words)
    review, ticked = room.review, picked(room.review, rests_on)
    parts = check_pattern(review, kind, {category} - {""}, (), [one.number for one in ticked])
    said = give_statement(participant, room, "common", words, key, announcing="patterns-changed")
    if standing := next((pattern for pattern in review.patterns if pattern.statement_id == said.id), None):
        return standing
    pattern = Pattern(review=review, number=next_number(review), position=participant.position, statement=said)
    db.session.add(pattern)
    parts["episodes"] = list(dict.fromkeys(one.episode for one in ticked if one.episode))
    fill(pattern, **parts)
    return pattern


def change_pattern(pattern, title, kind, categories=(), episodes=(), rests_on=(), against=(), by="facilitator"):
    """Give a pattern another name, kind, place or evidence. The words that proposed it stay on record as they were.

    Refused while it is part of another.
    """
    check_apart(pattern)
    title = check_title(title)
    parts = check_pattern(pattern.review, kind, categories, episodes, rests_on, against, kept=pattern)
    before = shape(pattern)
    if title != pattern.title:
        pattern.title = title
    fill(pattern, **parts)
    if shape(pattern) != before:
        log(pattern.review, "pattern changed", role=by, pattern=pattern.number_label)
        tell(pattern.review)


def fill(pattern, kind, categories, episodes, evidence):
    """Give a pattern these parts and no others. evidence: statement → "for" or "against"."""
    pattern.kind, pattern.own_episodes = kind, episodes
    pattern.filings = [filing for filing in pattern.filings if filing.category in categories]
    pattern.filings += [Filing(category=key) for key in categories if key not in pattern.own_categories]
    pattern.own_evidence = [piece for piece in pattern.own_evidence if piece.statement in evidence]
    for piece in pattern.own_evidence:
        piece.side = evidence.pop(piece.statement)
    pattern.own_evidence += [PatternEvidence(statement=one, side=side) for one, side in evidence.items()]
    db.session.flush()


def shape(pattern):
    """All that can be changed about a pattern, to see whether anything was."""
    evidence = {(piece.statement_id, piece.side) for piece in pattern.own_evidence}
    return pattern.title, pattern.kind, set(pattern.own_categories), set(pattern.own_episodes), evidence


def take(pattern, by="facilitator"):
    """The group takes a pattern as its own. Twice is once."""
    check_apart(pattern)
    if not pattern.stands:
        raise Refused("The words that name this pattern were taken back. Give it a name first.")
    if pattern.taken_at is None:
        pattern.taken_at = now()
        log(pattern.review, "pattern taken", role=by, pattern=pattern.number_label)
        tell(pattern.review)


def give_back(pattern, by="facilitator"):
    """The group leaves a pattern as an offer. Refused once a finding is drafted from it."""
    if pattern.findings:
        raise Refused(f"Finding {pattern.findings[0].number} rests on {pattern.number_label}, so it stays taken.")
    if pattern.taken_at is not None:
        pattern.taken_at = None
        log(pattern.review, "pattern given back", role=by, pattern=pattern.number_label)
        tell(pattern.review)


def remove_pattern(pattern, by="facilitator"):
    """Take a pattern off the list; the statements it rests on stay. Refused once a finding is drafted from it."""
    if pattern.findings:
        raise Refused(f"Finding {pattern.findings[0].number} rests on {pattern.number_label}, so it stays.")
    check_apart(pattern)
    if pattern.standing_merges:
        raise Refused(f"Others were put together into {pattern.number_label}. Take them apart first.")
    review, label = pattern.review, pattern.number_label
    review.patterns.remove(pattern)
    db.session.delete(pattern)
    db.session.flush()
    log(review, "pattern removed", role=by, pattern=label)
    tell(review)


def put_back(review, number, words=None, taken=False, by="facilitator", **parts):
    """Undo a removal: the pattern comes back under its number. Twice is once.

    words: the statement that named it, where a participant had proposed it. parts: as for name_pattern.
    """
    if any(pattern.number == number for pattern in review.patterns):
        return
    title, parts = parts.pop("title"), check_pattern(review, **parts)
    pattern = Pattern(review=review, number=number, statement=words, position=words and words.position)
    pattern.taken_at = now() if taken else None
    if not words:
        pattern.title = check_title(title)
    db.session.add(pattern)
    fill(pattern, **parts)
    log(review, "pattern put back", role=by, pattern=pattern.number_label)
    tell(review)


def tell(review):
    """Every open workshop of the review draws its patterns again."""
    for workshop in review.workshops:
        if workshop.is_open:
            announce(workshop, "patterns-changed")
