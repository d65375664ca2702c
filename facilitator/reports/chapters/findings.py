"""Each finding: six questions in numbered paragraphs, what they rest on and what cuts against, the group's test."""

from facilitator.findings import thin
from facilitator.findings.models import ANSWERS, question
from facilitator.findings.testing import sureness_shown, tests_shown
from facilitator.patterns.categories import names_of
from facilitator.reports.chapters.board import write_answer_to
from facilitator.reports.chapters.hindsight import write_beside_finding
from facilitator.reports.chapters.together import write_parts
from facilitator.reports.counting import people, write_spread
from facilitator.reports.markdown_words import as_blocks, as_plain
from facilitator.reports.names import MINORITY, SCOPE, STATE, SURE, TEST
from facilitator.reports.places import episode_place, finding_place, pattern_place, question_place
from facilitator.reports.word_parts import in_own_face, link, links, run
from facilitator.reviews.small_groups import is_small


def write(report, record):
    report.chapter("The findings")
    if not record.findings:
        report.missing("No finding has been drafted yet.")
    for finding in record.findings:
        write_finding(report, record, finding)


def write_finding(report, record, finding):
    """A finding under its number, its paragraphs numbered as at the desk."""
    place = finding_place(finding)
    report.heading(2, f"{place.label}: {as_plain(finding.title) or 'not yet put into a sentence'}", place)
    report.count_from(str(finding.number))
    for name in ANSWERS:
        report.heading(3, question(name, record.review))
        WRITERS.get(name, write_answer)(report, record, finding, name)
    write_beside_finding(report, record, finding)
    tested(report, record, finding)
    write_answer_to(report, finding)


def write_issue(report, record, finding, name):
    """The issue is the heading itself; here is its category, what it comes from and what it rests on."""
    written, place = texts(finding, name), finding_place(finding)
    if not written:
        report.missing()
    for paragraph in written[1:]:
        write_blocks(report, record, paragraph, place)
    origin(report, finding)
    write_parts(report, finding.pattern, place)
    for lead, side in (("Rests on", "for"), ("What cuts against it", "against")):
        pieces = [*finding.pattern.evidence, *(piece for paragraph in written for piece in paragraph.evidence)]
        report.evidence(lead, sides(pieces, side), place)


def origin(report, finding):
    """Category, pattern and episodes of a finding, in one line."""
    pattern, place = finding.pattern, pattern_place(finding.pattern)
    pieces = [run("Category: " + ("; ".join(names_of(pattern)) or "none yet") + " · From pattern ")]
    pieces += report.marked(place, run(f"{place.label}: {pattern.title}"))
    if pattern.part_of:
        pieces.append(run(f", now part of {pattern.part_of.number_label}"))
    chosen = [episode_place(episode) for episode in pattern.episodes if episode.number]
    if chosen:
        pieces += [run(" · Shows in "), *links([(one.anchor, one.label) for one in chosen])]
    pieces.append(run(f" · {SCOPE[finding.scope]}"))
    report.say(*pieces, run(f" · {STATE.get(finding.state, finding.state)}"), style="Follow-on")


def sides(evidence, side):
    """The statements on one side, in the order of their numbers, each once."""
    return sorted({piece.statement for piece in evidence if piece.side == side}, key=lambda one: one.number)


def texts(finding, name):
    return [paragraph for paragraph in finding.answer(name) if paragraph.text.strip()]


def write_answer(report, record, finding, name):
    """The paragraphs under one question. An answer nobody has written is said to be missing, never filled in."""
    for paragraph in texts(finding, name):
        place = report.next_place()
        write_blocks(report, record, paragraph, place, number=True)
        report.evidence("Rests on", sides(paragraph.evidence, "for"), place)
        report.evidence("What cuts against it", sides(paragraph.evidence, "against"), place)
    if not texts(finding, name):
        report.missing()
    behind(report, finding, name)


def behind(report, finding, name):
    """How many stand behind an answer, and what is thin about it, in one line."""
    voices = thin.voices_in_words(thin.behind(finding, name))
    said = [f"Behind this answer: {voices}."] if voices else []
    said += [sentence for sentence in thin.thin(finding, name) if not sentence.startswith(thin.NOT_YET)]
    if said:
        report.say(" ".join(said), style="Evidence")


def write_blocks(report, record, paragraph, place, number=False):
    """A paragraph's Markdown, the statement numbers in it as links. number: whether it begins with its number."""

    def cite(number):
        statement = record.numbered.get(number)
        return statement and report.cite(statement, place)

    blocks = as_blocks(paragraph.text, cite) or [("text", [run(paragraph.text)])]
    if number:
        report.numbered(*blocks.pop(0)[1], place=place)
    for kind, pieces in blocks:
        report.say(*pieces, style="Bullet" if kind == "bullet" else "Follow-on")


def write_consider(report, record, finding, name):
    """What the board needs to consider, and its questions, which are printed with their source in their own chapter."""
    asked = [one for one in record.board_questions if one.finding_id == finding.id]
    if texts(finding, name) or not asked:
        write_answer(report, record, finding, name)
    if asked:
        report.numbered("The questions for the board that come from this finding:", keep=True)
    for place, one in ((question_place(one), one) for one in asked):
        report.say(link(place.anchor, place.label), run("\t"), in_own_face(one.text, one.statement), style="Question")


WRITERS = {"issue": write_issue, "consider": write_consider}


def tested(report, record, finding):
    report.heading(3, "How the group tested it")
    tests, sure = tests_shown(finding), sureness_shown(finding)
    write_spread(report, tests, TEST, "Does this ring true?")
    if sure:
        write_spread(report, sure, SURE, "How sure are you?")
    ranks = [test.rank for test in tests if test.rank]
    if ranks and not is_small(len(ranks)):
        report.numbered(f"{people(ranks.count(1))} of {len(ranks)} put it first by need.")
    said = [(test.answer, record.standing_words(test.comment)) for test in tests if test.comment]
    said = sorted((pair for pair in said if pair[1]), key=lambda pair: pair[1].number)
    minority(report, finding, [pair for pair in said if pair[0] in MINORITY])
    for _, comment in (pair for pair in said if pair[0] not in MINORITY):
        report.quote(comment, finding_place(finding))


def minority(report, finding, said):
    """The words of those who disagreed or agreed in part, under a heading of their own, so that they are not lost."""
    if said:
        report.heading(3, "Who saw it otherwise")
    for answer in MINORITY:
        for comment in (comment for given, comment in said if given == answer):
            report.say(f"The giver of these words {MINORITY[answer]}:", style="Evidence")
            report.quote(comment, finding_place(finding))
