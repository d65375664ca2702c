"""What stops a publication: each thing found, where, and whether somebody has let it pass."""

from dataclasses import dataclass

from sqlalchemy import select

from facilitator.db import db
from facilitator.hints.shapes import Found
from facilitator.refusal import Refused
from facilitator.reports.stops.looking import Looking, mark_of
from facilitator.reports.stops.models import Passed
from facilitator.reports.stops.places import Place, places_of

AROUND = 40  # signs shown on either side


@dataclass(frozen=True)
class Hit:
    """One thing found at one place. passed: the Passed that lets it go, or None."""

    place: Place
    found: Found
    mark: str
    passed: Passed | None

    @property
    def before(self):
        return self.place.text[max(self.found.start - AROUND, 0) : self.found.start]

    @property
    def after(self):
        return self.place.text[self.found.end : self.found.end + AROUND]


def hits_of(review, looking=None):
    """Everything found in what the reports of a review print, place by place."""
    looking = looking or Looking(review)
    passed = {(one.place, one.mark): one for one in passed_in(review)}
    hits, seen = [], set()
    for place in places_of(review):
        for found in looking.at(place.text):
            mark = mark_of(found.words)
            if (place.name, mark) not in seen:
                seen.add((place.name, mark))
                hits.append(Hit(place, found, mark, passed.get((place.name, mark))))
    return hits


def passed_in(review):
    return db.session.scalars(select(Passed).filter_by(review_id=review.id)).all()


def waiting(hits):
    return [hit for hit in hits if hit.passed is None]


def check(review, kind, content):
    """Let a file of this kind (docx, json or csv) leave. Refused while anything in it has not been looked at.

    First the review is looked through, place by place; then the file itself as it was written, so that nothing leaves
    by a way nobody thought of.
    """
    # Here and not above: what reads Word is slow to load, and every start would wait for it.
    from facilitator.reports.stops.printed import TEXTS

    looking = Looking(review)
    if left := waiting(hits_of(review, looking)):
        raise Stopped(review, left)
    passed = {one.mark for one in passed_in(review)}
    for text in TEXTS[kind](content):
        for found in looking.at(text):
            if mark_of(found.words) not in passed:
                place = Place("report", "In the report as it was written", text)
                raise Stopped(review, [Hit(place, found, mark_of(found.words), None)])


class Stopped(Refused):
    """Something that could tell who somebody is would leave. The sentence says how much and where, never what."""

    def __init__(self, review, hits):
        places = list(dict.fromkeys(hit.place.called for hit in hits))
        more = f" and {len(places) - 5} more places" if len(places) > 5 else ""
        super().__init__(
            f"Nothing was taken out. {len(hits)} thing{'s' if len(hits) > 1 else ''} could tell who somebody is, in: "
            f"{', '.join(places[:5])}{more}. Look at each under “Before it leaves” on the report page."
        )
        self.review, self.hits = review, hits
