"""Comments of editors on a paragraph: said, settled, opened again. They are never printed. (screens.md, Desk)"""

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db, now
from facilitator.findings.comment_models import DeskComment
from facilitator.refusal import NotFound, Refused


def comment_on(paragraph, text, by):
    """Say something about the paragraph as it stands. The same words by the same role, while open, are said once.

    Refused when blank or longer than 10,000 signs.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused("Please write the comment first.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"That is {len(text):,} characters; at most {LONGEST_WORDS:,} fit in a comment.")
    if standing := next((one for one in paragraph.comments if (one.text, one.by) == (text, by) and one.is_open), None):
        return standing
    comment = DeskComment(paragraph=paragraph, version=paragraph.version, text=text, by=by)
    db.session.add(comment)
    db.session.flush()
    log(paragraph.finding.review, "comment added", role=by, finding=paragraph.finding.number)
    return comment


def settle_comment(comment, by):
    """Lay a comment aside as settled. Twice is once; its words stay on record."""
    if comment.is_open:
        comment.settled_at, comment.settled_by = now(), by
        log_act(comment, "comment settled", by)


def open_again(comment, by):
    """Take up a settled comment again. Twice is once."""
    if not comment.is_open:
        comment.settled_at = comment.settled_by = None
        log_act(comment, "comment opened again", by)


def log_act(comment, act, by):
    finding = comment.paragraph.finding
    log(finding.review, act, role=by, finding=finding.number)


def find_comment(paragraph, comment_id):
    found = next((one for one in paragraph.comments if one.id == comment_id), None)
    if found is None:
        raise NotFound("This comment is not on the paragraph. Please load the page again.")
    return found


def open_comments(finding):
    """The comments of a finding that nobody has settled, in the order they were said."""
    found = [one for paragraph in finding.paragraphs for one in paragraph.comments if one.is_open]
    return sorted(found, key=lambda one: one.id)
