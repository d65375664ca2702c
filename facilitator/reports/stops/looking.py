"""Looking through texts for what must not leave: names of the case, and shapes, except days of the review itself."""

import hashlib
import hmac
from datetime import date

from facilitator.access.door import vault
from facilitator.hints.days import days_in
from facilitator.hints.spelling import plain
from facilitator.keeping.dates import delete_on
from facilitator.names.asking import looks_like_names
from facilitator.narrative.dates import read_when
from facilitator.refusal import Refused


class Looking:
    """Looks through the texts of one review. A text that comes twice is looked through once."""

    def __init__(self, review):
        self.review, self.seen, self.spans = review, {}, spans_of(review)

    def at(self, text):
        """What in a text must stop it from leaving: a list of hints.shapes.Found."""
        if text not in self.seen:
            self.seen[text] = [one for one in looks_like_names(self.review, text) if not self.is_day_of_review(one)]
        return self.seen[text]

    def is_day_of_review(self, found):
        """Whether it is a full date on which the case happened or the group met; birthdays of the case are known."""
        if found.kind != "full-date":
            return False
        return any(first <= day <= last for day in readings(found.words) for first, last in self.spans)


def readings(words):
    """The days a full date may mean."""
    for _, _, day, month, year in days_in(words):
        for century in (0,) if year is not None and year > 99 else (1900, 2000):
            try:
                yield date((year or 0) + century, month, day)
            except ValueError:
                continue


def spans_of(review):
    """First and last day of what the review is about, of the work on it, and the day on which it is deleted."""
    told = [day for entry in review.all_entries for day in (entry.earliest, entry.latest)]
    try:
        period = read_when(review.period)
        told += [period.earliest, period.latest]
    except Refused:
        pass
    spans = [(review.created_at.date(), date.today()), (delete_on(review), delete_on(review))]
    return [(min(told), max(told)), *spans] if told else spans


def mark_of(words):
    """A hash of words that were found, of no use without this data folder's key."""
    return hmac.new(vault.secret_for("passed names"), plain(words).encode(), hashlib.sha256).hexdigest()
