"""A finding as the desk draws it: answer by answer, paragraph by paragraph, with what is thin and what is doubtful."""

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from facilitator.findings import thin
from facilitator.findings.history import crossed
from facilitator.findings.models import ANSWERS, Paragraph, question
from facilitator.findings.paragraphs import drawn, numbers_in
from facilitator.hints.wordings import find_hints
from facilitator.patterns.asking import patterns_of, shown_in
from facilitator.patterns.models import newest
from facilitator.workshops.room import library


@dataclass(frozen=True)
class Row:
    """One paragraph to draw. number: such as 2.1, empty for the heading. more: evidence its text does not name."""

    number: str
    paragraph: Paragraph
    html: Markup
    hints: list
    crossed: list
    more: list
    unsupported: bool


@dataclass(frozen=True)
class Answer:
    """One of the six answers to draw. voices: such as “4 positions, 3 agencies”. thin: sentences."""

    name: str
    question: str
    rows: list
    emptied: list
    voices: str
    thin: list


def answers_of(finding):
    """The six answers in order, those without a word too."""
    href, numbers = hrefs(finding.review), numbers_of(finding)
    return [answer_of(finding, name, href, numbers) for name in ANSWERS]


def answer_of(finding, name, href, numbers):
    paragraphs = finding.answer(name)
    written = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    return Answer(
        name=name,
        question=question(name, finding.review),
        rows=[row_of(paragraph, href, numbers) for paragraph in written],
        emptied=[paragraph for paragraph in paragraphs if paragraph not in written],
        voices=thin.voices_in_words(thin.behind(finding, name)),
        thin=thin.thin(finding, name),
    )


def row_of(paragraph, href=None, numbers=None):
    """One paragraph; href and numbers are worked out once for a whole finding."""
    numbers = numbers or numbers_of(paragraph.finding)
    named = numbers_in(paragraph.text)
    return Row(
        number=numbers.get(paragraph.id, ""),
        paragraph=paragraph,
        html=drawn(paragraph.text, href or hrefs(paragraph.finding.review)),
        hints=find_hints(paragraph.text),
        crossed=crossed(paragraph),
        more=[one for one in paragraph.rests_on if one.number not in named],
        unsupported=thin.is_unsupported(paragraph),
    )


def numbers_of(finding):
    return {paragraph.id: number for number, paragraph in finding.numbered}


def hrefs(review):
    """A function from a statement's number to its address at the desk, None for one that was not shown."""
    shown = {one.number for one in shown_in(review)}

    def href(number):
        return href_of(review, number) if number in shown else None

    return href


def href_of(review, number):
    return url_for("findings.statements", review_id=review.id, _anchor=f"S-{number:03d}")


def numbers_by_statement(review):
    """Statement id → where it is used: triples of what it is called, its address and the side."""
    used = {}
    for pattern in patterns_of(review):
        for piece in pattern.evidence:
            place = (f"pattern {pattern.number_label}", None, piece.side)
            used.setdefault(newest(piece.statement).id, []).append(place)
    for finding in review.findings:
        for number, paragraph in finding.numbered:
            href = url_for("findings.finding", review_id=review.id, number=finding.number, _anchor=f"p-{paragraph.id}")
            for piece in paragraph.evidence:
                used.setdefault(newest(piece.statement).id, []).append((number, href, piece.side))
    return used


def is_indicative(review):
    """Whether any of its workshops followed a form whose findings are only indicative. (method.md, 4)"""
    scripts = [library().scripts.get(workshop.script) for workshop in review.workshops]
    return any(script.indicative for script in scripts if script)
