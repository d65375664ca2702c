"""A review in which everything that can be said or decided was, once; and a reader of Word documents."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
from lxml import etree

from facilitator.access.actions import log
from facilitator.appraisals.models import Appraisal
from facilitator.db import db
from facilitator.differences.models import Difference
from facilitator.episodes.models import Episode, Support, Telling
from facilitator.factors.models import Factor, FactorMarks, Influence, MarksReveal, SettledFactors
from facilitator.findings.board_models import BoardAnswer, BoardQuestion
from facilitator.findings.comment_models import DeskComment
from facilitator.findings.models import (
    Finding,
    FindingTest,
    Paragraph,
    ParagraphEvidence,
    ParagraphVersion,
    SettledOrder,
    Sureness,
)
from facilitator.narrative.models import Dispute
from facilitator.patterns.merge_models import MergeEvidence, PatternMerge
from facilitator.patterns.models import Filing, Pattern, PatternEvidence
from facilitator.patterns.offer_models import OfferAnswer
from facilitator.perspectives.models import Abstention, SetAside, Slip, Star, Statement
from facilitator.tunnel.models import Colleagues, Curtain
from facilitator.usual.models import Usual
from facilitator.workshops.models import Done, Labelling, Note, Participant, Reveal

MORNING = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
VIEW = "05-view-at-the-time"


class Teller:
    """Builds a review through its models: `say` gives a statement, `add` anything else."""

    def __init__(self, review, workshop):
        review.created_at = MORNING - timedelta(days=30)  # the curtain is told by date, within the time of the work
        self.review, self.workshop = review, workshop
        self.entries = review.all_entries
        self.people = [self.seat(position, number) for number, position in enumerate(review.positions, 11)]
        self.episode = None

    def add(self, thing):
        db.session.add(thing)
        db.session.flush()
        return thing

    def seat(self, position, number):
        seat = {"workshop": self.workshop, "position": position, "number": number, "notice_seen_at": MORNING}
        return self.add(Participant(joined_at=MORNING, **seat))

    def say(self, text, by=0, stage=VIEW, question="going-on", asked="What did you think was going on?", **more):
        self.review.statements_given += 1
        person = self.people[by]
        given = {
            "review": self.review,
            "number": self.review.statements_given,
            "workshop": self.workshop,
            "participant": person,
            "position": person.position,
            "episode": self.episode if stage == VIEW else None,
            "given_at": MORNING,
        }
        return self.add(Statement(stage=stage, question=question, asked=asked, text=text, **(given | more)))

    def reveal(self, stage, episode=None):
        return self.add(
            Reveal(workshop_id=self.workshop.id, stage=stage, episode_id=episode and episode.id, by="facilitator")
        )


@pytest.fixture
def teller(review, workshop):
    return Teller(review, workshop)


@pytest.fixture
def told(teller):
    """The whole review, with one of everything."""
    tell_the_story(teller)
    put_it_together(teller)
    log(teller.review, "moved", stage=VIEW)
    db.session.commit()
    return teller.review


def tell_the_story(teller):
    first, other = teller.people[:2]
    disputing = teller.say("I remember it otherwise.", by=2, stage="02-narrative", question="dispute", asked="How?")
    teller.add(Dispute(entry=teller.entries[0], position=teller.people[2].position, statement_id=disputing.id))
    why = teller.say("It set the course.", stage="03-turning-points", question="why", asked="Why did it matter?")
    episode = Episode(review=teller.review, number=1, title="The first call", when="2019-03-11", statement=why)
    teller.episode = teller.add(episode)
    episode.position, episode.chosen_at, episode.entries = first.position, MORNING, teller.entries[:2]
    teller.add(Episode(review=teller.review, title="The poster", when="2019-03~", typed_why="Nobody read it."))
    teller.add(Support(episode=episode, participant_id=first.id))
    for words in ("Nobody knew.", "Two records of one call."):
        teller.add(Telling(episode=episode, about="surprised", text=words, by="facilitator"))
    for stage in ("02-narrative", "03-turning-points", "09-patterns", "10-findings", "11-board-questions"):
        teller.reveal(stage)
    for stage in (VIEW, "06-factors", "07-appraisal", "08-usual"):
        teller.reveal(stage, episode)
    teller.say("A referral, I thought.")
    earlier = teller.say("Tired.")
    teller.say("Tired, and cross.\nBoth.", replaces=earlier)
    teller.say("", by=1, withdrawn_at=MORNING)
    named = teller.say("Dr Smith was rude.", by=1)
    teller.add(SetAside(statement=named, reason="It names a person.", by="facilitator"))
    teller.say("On the way home: relief.", by=2, held_at=MORNING)
    teller.add(Star(statement=teller.say("I would ring again.", by=2)))
    teller.add(Abstention(participant=other, stage=VIEW, episode_id=episode.id, answer="not-involved"))
    teller.add(Done(participant_id=first.id, stage=VIEW, episode_id=episode.id))
    teller.add(Note(workshop_id=teller.workshop.id, stage=VIEW, text="Ask the hub again."))
    teller.workshop.stage, teller.workshop.episode_id = VIEW, episode.id


def put_it_together(teller):
    review, episode, first = teller.review, teller.episode, teller.people[0]
    who = {"episode": episode, "participant_id": first.id, "position": first.position}
    factor = teller.add(Factor(review=review, type="conditions", item="workload", published=True))
    how = teller.say("Eleven open.", stage="06-factors", question="how", asked="How did it work?", episode=episode)
    teller.add(Influence(factor=factor, statement=how, effect="hindered", weight=3, **who))
    teller.add(FactorMarks(episode=episode, participant_id=first.id, marked=factor.key))
    teller.add(MarksReveal(episode=episode, workshop_id=teller.workshop.id, by="facilitator"))
    settled = {"ordered": factor.key, "reason": "Nothing else was named.", "by": "facilitator"}
    teller.add(SettledFactors(episode=episode, **settled))
    teller.add(Appraisal(answer="mixed", **who))
    teller.add(Colleagues(answer="same", colleagues=teller.say("We all ring.", question="colleagues"), **who))
    # On a day of the work itself: any other full date would stop the report from leaving.
    times = {"fell_at": review.created_at, "lifted_at": review.created_at, "lifted_by": "co-facilitator"}
    hung = {"workshop_id": teller.workshop.id, "reaches": date(2019, 3, 11), "fell_by": "facilitator"}
    teller.add(Curtain(episode=episode, **hung, **times))
    teller.add(Usual(answer="often", **who))
    against = teller.say("It was never a no.", by=2)
    heard = [teller.say("It was a no."), against]
    mark = {"kind": "account", "sentence": "One heard a no.", "marked_by": "facilitator", "marked": heard}
    teller.add(Difference(review=review, number=1, episode=episode, **mark))
    pattern = teller.add(
        Pattern(review=review, number=1, title="A call becomes a debate", kind="unsafe", taken_at=MORNING)
    )
    pattern.own_episodes, pattern.filings = [episode], [Filing(category="tools"), Filing(category="incidents")]
    teller.add(PatternEvidence(pattern=pattern, statement=how, side="for"))
    teller.add(PatternEvidence(pattern=pattern, statement=against, side="against"))
    part = teller.add(Pattern(review=review, number=2, title="A debate becomes a wait", kind="unsafe"))
    merge = teller.add(PatternMerge(review=review, into=pattern, patterns=[part], by="facilitator", at=MORNING))
    merge.evidence = [MergeEvidence(statement=how)]
    refused = {"answer": "refused", "people": 2, "agencies": 2, "reason": "It was one bad week.", "by": "facilitator"}
    teller.add(OfferAnswer(review=review, factor=factor, effect="hindered", episodes=[episode], **refused))
    finding = teller.add(Finding(review=review, number=1, pattern=pattern))
    for place, (answer, text) in enumerate([("issue", "A call becomes a *debate*."), ("in-this-case", "See S-003.")]):
        paragraph = teller.add(Paragraph(finding=finding, answer=answer, place=place, text=text))
        teller.add(DeskComment(paragraph=paragraph, version=1, text="Who says so?", by="co-facilitator"))
        teller.add(ParagraphVersion(paragraph=paragraph, version=1, text=text, by="facilitator"))
        teller.add(ParagraphEvidence(paragraph=paragraph, statement=how, side="for"))
        teller.add(ParagraphEvidence(paragraph=paragraph, statement=against, side="against"))
    comment = teller.say("True of that call.", stage="10-findings", question="comment", asked="What would you change?")
    teller.add(
        FindingTest(
            finding=finding, participant=first, position=first.position, answer="agree", comment=comment, rank=1
        )
    )
    teller.add(Sureness(finding=finding, participant=first, answer="fairly"))
    teller.add(SettledOrder(review=review, numbers="1", reason="There is one.", by="facilitator"))
    answered = {"verdict": "in-part", "priority": "high", "reason": "Part is ours.", "action": "The hub asks twice."}
    teller.add(BoardAnswer(finding=finding, watched="We count.", national="The form.", by="facilitator", **answered))
    boxed = {"workshop_id": teller.workshop.id, "question": "feeling", "asked": "How did it feel?", "text": "Alone."}
    teller.add(Slip(stage=VIEW, episode_id=episode.id, labelled="unlabelled", receipt="hash", **boxed))
    teller.add(Labelling(workshop_id=teller.workshop.id, stage=VIEW, labelled="unlabelled", by="facilitator"))
    teller.add(BoardQuestion(review=review, number=1, finding=finding, text="What gives?", kind="hard-choice"))


@pytest.fixture
def read_word():
    """read_word(bytes) → a Docx."""
    return Docx


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t"}


class Docx:
    """The parts of a .docx file by name, and what its document says."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.body = self.xml("word/document.xml")

    def xml(self, name):
        return etree.fromstring(self.parts[name])

    def paragraphs(self, style=None):
        """The text of every paragraph, or of those in one style."""
        return [text_of(one) for one in self.body.iter(f"{W}p") if style in (None, style_of(one))]

    @property
    def text(self):
        return "\n".join(self.paragraphs())

    @property
    def rows(self):
        """The rows of every table, as what each cell says."""
        return [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in self.body.iter(f"{W}tr")]

    @property
    def bookmarks(self):
        return [one.get(f"{W}name") for one in self.body.iter(f"{W}bookmarkStart")]

    @property
    def anchors(self):
        return [one.get(f"{W}anchor") for one in self.body.iter(f"{W}hyperlink")]

    def fonts(self):
        """The typeface each style names, by the id of the style."""
        styles = self.xml("word/styles.xml").iter(f"{W}style")
        named = {style.get(f"{W}styleId"): style.find(f"{W}rPr/{W}rFonts") for style in styles}
        return {name: fonts.get(f"{W}ascii") for name, fonts in named.items() if fonts is not None}

    def languages(self):
        return [one.get(f"{W}val") for one in self.xml("word/styles.xml").iter(f"{W}lang")]

    def fields(self):
        return [one.text for one in self.body.iter(f"{W}instrText")]

    def after(self, bookmark):
        """The paragraphs from the one with this bookmark up to the next bookmarked one."""
        every = list(self.body.iter(f"{W}p"))
        first = next(place for place, one in enumerate(every) if bookmark in bookmarks_in(one))
        texts = [text_of(every[first])]
        for one in every[first + 1 :]:
            if bookmarks_in(one):
                break
            texts.append(text_of(one))
        return texts


def text_of(element):
    return "".join(shown(one) if one.tag == f"{W}t" else SIGNS.get(one.tag, "") for one in runs_of(element))


def shown(text):
    """What Word shows of a text: a raw line end or tab is only a space, so both need a sign of their own."""
    return (text.text or "").replace("\n", " ").replace("\t", " ")


def runs_of(element):
    return (one for run in element.iter(f"{W}r") for one in run)


def style_of(element):
    mark = element.find(f"{W}pPr/{W}pStyle")
    return mark.get(f"{W}val") if mark is not None else None


def bookmarks_in(element):
    return {one.get(f"{W}name") for one in element.iter(f"{W}bookmarkStart")}
