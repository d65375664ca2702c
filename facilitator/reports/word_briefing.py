"""The team briefing: one page on what a review found, with three questions a team can talk about. (method.md, 10)"""

from facilitator.reports.briefing_questions import questions
from facilitator.reports.chapters.front import kind_of_findings
from facilitator.reports.counting import in_a_row, people, several
from facilitator.reports.manuscript import Manuscript
from facilitator.reports.markdown_words import as_plain
from facilitator.reports.one_page import HEADING, Page, height
from facilitator.reports.places import finding_place
from facilitator.reports.record import Record
from facilitator.reports.word import as_file, running_head
from facilitator.reports.word_page import blank_document
from facilitator.reports.word_parts import in_own_face, run

# Signs; what is longer is in the report, and would push the findings off the page.
LONGEST_WHY, LONGEST_TITLES = 600, 350
FOOT = 6 * 12.5 + 6  # points: what did not fit may take some lines to name


def write_briefing(review):
    """The team briefing of a review as the bytes of a .docx file. What does not fit on its page is left out whole, and
    it says which findings those are. Nothing is made up: what is not known is said, or not there.
    """
    record = Record(review)
    report = Manuscript(blank_document(review.title, running_head(review, record)), record.standing)
    page = Page(report)
    head(page, record)
    asked = [question_pieces(number, one) for number, one in enumerate(questions(), 1)]
    page.kept = HEADING + sum(height(pieces, "Question") for pieces in asked) + FOOT
    left = found(page, record)
    page.heading("Three questions to talk about")
    for pieces in asked:
        page.say(*pieces, style="Question")
    foot(page, record, left)
    return as_file(report)


def question_pieces(number, one):
    return [run(f"{number}.\t{one.ask}", bold=True), *([run(f"\n{one.hint}")] if one.hint else [])]


def head(page, record):
    review = record.review
    page.say(review.title, style="BriefingTitle")
    page.say(f"Team briefing · {kind_of_findings(record)}", style="Evidence")
    if review.made_up:
        page.say(run("Not a real record. ", bold=True), review.made_up, style="Notice")
    page.heading("Why this review")
    if not review.why:
        page.missing("Why this case was chosen has not been written down.")
    else:
        page.say(review.why if len(review.why) <= LONGEST_WHY else "Why this case was chosen is in the full report.")
    page.heading("What the group looked at")
    page.say(looked_at(record))


def looked_at(record):
    """Who took part, by agency, and the moments of the case that were studied."""
    if not record.workshops:
        return "No workshop has been held yet."
    agencies = {person.agency.id for person in record.participants}
    titles = [episode.title for episode in record.episodes]
    listed = f": {in_a_row(f'“{title}”' for title in titles)}" if 0 < len("".join(titles)) <= LONGEST_TITLES else ""
    who = f"{people(len(record.participants))} from {several(len(agencies), 'agency', 'agencies')}"
    return f"{who} took part. They looked closely at {several(len(titles), 'moment', 'moments')} of the case{listed}."


def found(page, record):
    """The sentence of each finding, then good practice, of which the first has its room kept. Returns the names of what
    did not fit.
    """
    if not record.findings:
        page.heading("What the review found")
        page.missing("No finding has been drafted yet.")
    ours = [(one, *finding_pieces(one)) for one in record.findings]
    unsafe = [(name, pieces) for one, name, pieces in ours if one.pattern.kind != "constructive"]
    good = [(name, pieces) for one, name, pieces in ours if one.pattern.kind == "constructive"]
    written = {one.pattern_id for one in record.findings}
    patterns = [one for one in record.patterns if is_good_practice(one) and one.id not in written]
    good += [(f"Pattern {one.number_label}", [run("•\t"), in_own_face(one.title, one.statement)]) for one in patterns]
    first = HEADING + height(good[0][1], "Bullet") if good else 0
    page.kept += first
    left = listed(page, "What the review found", unsafe)
    page.kept -= first
    return left + listed(page, "Good practice, and what made it possible", good)


def listed(page, heading, lines):
    """Lines under a heading, each whole or not at all. Returns the names of those that did not fit."""
    left, begun = [], False
    for name, pieces in lines:
        needed = height(pieces, "Bullet") + (0 if begun else HEADING)
        if not page.has_room_for(needed):
            left.append(name)
            continue
        if not begun:
            page.heading(heading)
        page.say(*pieces, style="Bullet")
        begun = True
    return left


def finding_pieces(finding):
    name = finding_place(finding).label
    return name, [run(f"{name}. ", bold=True), run(as_plain(finding.title) or "Not yet put into a sentence.")]


def is_good_practice(pattern):
    """Whether it is a pattern that makes good work easier, and the group has taken it."""
    return bool(pattern.kind == "constructive" and pattern.taken_at and pattern.title)


def foot(page, record, left):
    """What this page leaves out, and where it is."""
    total = several(len(record.statements), "statement", "statements")
    missing = f"{in_a_row(left)} did not fit here. " if left else ""
    page.say(
        f"{missing}The full report has the six answers to each finding, the review’s {total}, and the questions for "
        "the board. It names people by position, never by name. Please talk about the work, not about who it was.",
        style="Evidence",
    )
