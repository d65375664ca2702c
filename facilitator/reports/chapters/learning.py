"""Additional learning: the patterns the group saw that have not become a finding, and offers it refused."""

from facilitator.factors.framework import is_own_words
from facilitator.patterns.categories import names_of
from facilitator.patterns.offers import sentence
from facilitator.reports.chapters.findings import sides
from facilitator.reports.chapters.together import write_parts
from facilitator.reports.names import PATTERN_KIND
from facilitator.reports.places import episode_place, pattern_place
from facilitator.reports.word_parts import in_own_face, links, run


def write(report, record):
    report.chapter("Additional learning")
    written = {finding.pattern_id for finding in record.findings}
    patterns = [pattern for pattern in record.patterns if pattern.id not in written and pattern.title]
    if patterns:
        report.numbered("These patterns were seen and have not become a finding.")
    else:
        report.numbered("No pattern is left that has not become a finding.")
    for pattern in patterns:
        write_pattern(report, pattern)
    if record.refused_offers:
        write_refused(report, record)


def write_refused(report, record):
    """What the program asked about and the group refused, with its reason. (method.md, 9: offers are questions)"""
    report.heading(2, "What came back and the group did not take as a pattern")
    for answer in record.refused_offers:
        why = sentence(answer.effect, answer.people, answer.agencies, answer.episodes)
        report.numbered(
            run(f"{named(record, answer.factor)} {why} The group did not take it as a pattern. Its reason: “"),
            in_own_face(answer.reason, True),
            run("”"),
        )


def named(record, factor):
    """A factor's name. What somebody named in their own words is left out once no such words stand."""
    if is_own_words(factor) and all(one.factor is not factor for one in record.influences):
        return "A factor whose words were taken back"
    return f"“{factor.item}”"


def write_pattern(report, pattern):
    place = pattern_place(pattern)
    report.heading(2, f"Pattern {place.label}: {pattern.title}", place)
    taken = "The group took it up." if pattern.taken_at else "It was put to the group as a question and not taken up."
    shown = [episode_place(episode) for episode in pattern.episodes if episode.number]
    report.numbered(
        run("“"),
        in_own_face(pattern.title, pattern.statement),
        run(f"” {PATTERN_KIND[pattern.kind]}. {taken} "),
        run("Category: " + ("; ".join(names_of(pattern)) or "none yet") + "."),
        *([run(" Shows in "), *links([(one.anchor, one.label) for one in shown]), run(".")] if shown else []),
    )
    write_parts(report, pattern, place)
    report.evidence("Rests on", sides(pattern.evidence, "for"), place)
    report.evidence("What cuts against it", sides(pattern.evidence, "against"), place)
