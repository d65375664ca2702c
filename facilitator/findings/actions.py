"""Drafting and editing findings at the desk. Every accepted text is kept, and no editor overwrites another unseen."""

from sqlalchemy import func, select, update

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db
from facilitator.findings.drafting import draft_of
from facilitator.findings.history import crossed
from facilitator.findings.models import ANSWERS, SCOPES, STATES, Finding, Paragraph, ParagraphEvidence, ParagraphVersion
from facilitator.live.announcements import announce
from facilitator.patterns.asking import patterns_of
from facilitator.refusal import Refused


def draft_findings(review, by="facilitator"):
    """A draft for each pattern the group has taken that has none yet. Returns the new ones, so a second time none.

    Refused when the group has taken no pattern. (method.md, 9; never invents: method.md, 11)
    """
    taken = [pattern for pattern in patterns_of(review) if pattern.taken_at]
    if not taken:
        raise Refused("The group has taken no pattern yet. A finding begins with a pattern that the group takes.")
    drafted = [draft_finding(pattern, by) for pattern in taken if not pattern.findings]
    if drafted:
        tell(review)
    return drafted


def draft_finding(pattern, by):
    finding = Finding(review=pattern.review, pattern=pattern, number=next_number(Finding, pattern.review))
    db.session.add(finding)
    for draft in draft_of(pattern):
        paragraph = begin_paragraph(finding, draft.answer, draft.text, by)
        sides = dict.fromkeys(draft.against, "against") | dict.fromkeys(draft.rests_on, "for")
        paragraph.evidence = [ParagraphEvidence(statement=one, side=side) for one, side in sides.items()]
    db.session.flush()
    log(finding.review, "finding drafted", role=by, finding=finding.number, pattern=pattern.number_label)
    return finding


def begin_paragraph(finding, answer, text, by):
    place = max((paragraph.place for paragraph in finding.paragraphs), default=0) + 1
    paragraph = Paragraph(answer=answer, text=text, place=place, version=1)
    paragraph.history = [ParagraphVersion(version=1, based_on=0, text=text, by=by)]
    finding.paragraphs.append(paragraph)
    return paragraph


def add_paragraph(finding, answer, text, by="facilitator"):
    """Write one more paragraph under one of the six answers. The same text again returns the paragraph there is."""
    text = check_text(text)
    if answer not in ANSWERS:
        raise Refused("A finding has six answers; this is none of them.")
    if not text.strip():
        raise Refused("Please write the paragraph first.")
    if standing := next((paragraph for paragraph in finding.answer(answer) if paragraph.text == text), None):
        return standing
    paragraph = begin_paragraph(finding, answer, text, by)
    db.session.flush()
    log(finding.review, "paragraph added", role=by, finding=finding.number, answer=answer)
    tell(finding.review)
    return paragraph


def write_paragraph(paragraph, text, based_on, by="facilitator"):
    """Keep a new text. An empty one takes the paragraph out; its history stays.

    based_on: the version its writer was looking at. When others have written since, theirs and this one are both kept
    and `history.crossed` shows them, until somebody who has seen both writes again. The same text twice does nothing.
    """
    text = check_text(text)
    if not 1 <= based_on <= paragraph.version:
        raise Refused("This page is older than the finding. Please load it again; what you typed is shown below.")
    if is_kept(paragraph, text, based_on):
        return
    counted = update(Paragraph).filter_by(id=paragraph.id).values(version=Paragraph.version + 1, text=text)
    version = db.session.scalar(counted.returning(Paragraph.version))
    paragraph.history.append(ParagraphVersion(version=version, based_on=based_on, text=text, by=by))
    db.session.flush()
    db.session.expire(paragraph)
    log(paragraph.finding.review, "paragraph written", role=by, finding=paragraph.finding.number, version=version)
    tell(paragraph.finding.review)


def is_kept(paragraph, text, based_on):
    """Whether there is nothing to keep: it was sent before, or its writer changed nothing.

    Who has seen two texts that crossed and sends one of them again settles it: that is kept.
    """
    if any(one.text == text and one.based_on == based_on for one in paragraph.history):
        return True
    seen = next(one.text for one in paragraph.history if one.version == based_on)
    settles = crossed(paragraph) and based_on == paragraph.version
    return text in (seen, paragraph.text) and not settles


def set_state(finding, state, by="facilitator"):
    """Draft, with the group, with the board, or final. Any of them may follow any other; the log keeps the way."""
    if state not in STATES:
        raise Refused("A finding is a draft, with the group, with the board, or final.")
    if finding.state != state:
        finding.state = state
        log(finding.review, "finding state", role=by, finding=finding.number, state=state)
        tell(finding.review)


def set_scope(finding, scope, by="facilitator"):
    """Say that a finding is about this case, or about the system; None leaves it open. (method.md, 9)"""
    if scope not in (None, *SCOPES):
        raise Refused("A finding says what happened in this case, or what would make it happen again.")
    if finding.scope != scope:
        finding.scope = scope
        log(finding.review, "finding scope", role=by, finding=finding.number, scope=scope or "open")
        tell(finding.review)


def check_text(text):
    """The text with line breaks as they are kept. Refused when it is longer than 10,000 signs."""
    text = text.replace("\r\n", "\n")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"That is {len(text):,} characters; at most {LONGEST_WORDS:,} fit. Make it two paragraphs.")
    return text


def next_number(model, review):
    return (db.session.scalar(select(func.max(model.number)).filter_by(review_id=review.id)) or 0) + 1


def tell(review, name="findings-changed"):
    """Every open workshop of the review draws its findings again."""
    for workshop in review.workshops:
        if workshop.is_open:
            announce(workshop, name)
