"""The key practice episodes: what each position saw, side by side; appraisal apart from explanation. (method.md, 7)"""

from facilitator.episodes.models import TOLD
from facilitator.factors.framework import framework
from facilitator.narrative.dates import label
from facilitator.reports.chapters.accounts import write_accounts
from facilitator.reports.chapters.differences import write_differences
from facilitator.reports.chapters.factors import called, type_name
from facilitator.reports.chapters.hindsight import write_colleagues, write_limits
from facilitator.reports.counting import heads, people, several, write_spread
from facilitator.reports.names import APPRAISAL, EPISODE_KIND, USUAL, WEIGHT
from facilitator.reports.places import entry_place, episode_place, finding_place, pattern_place
from facilitator.reports.word_parts import links, paragraph, run

INFLUENCE_HEAD, INFLUENCE_WIDTHS = ["Factor", "Effect", "How it worked", "Who says so"], [62, 40, 104, 47]


def write(report, record):
    report.turn(landscape=True)
    report.chapter("Annex: the key practice episodes")
    if not record.episodes:
        report.missing("No episode has been chosen yet.")
    elif not any(episode.good_practice for episode in record.episodes):
        reason = record.review.no_good_practice_reason or "not written down"
        report.numbered(f"None of these episodes was chosen as one of good practice. The reason: {reason}")
    for episode in record.episodes:
        write_episode(report, record, episode)
    not_chosen(report, record)


def write_episode(report, record, episode):
    place = episode_place(episode)
    report.heading(2, f"{place.label}: {episode.title}", place)
    report.table(None, facts(report, record, episode, place), [50, 203], f"About {place.label}")
    report.heading(3, "What it looked like from where each stood")
    write_accounts(report, record, episode, place)
    if any(one.episode_id == episode.id and one.taken_back_at is None for one in record.differences):
        report.heading(3, "Where accounts differ")
        write_differences(report, record, episode, place)
    report.heading(3, "What most colleagues would have done")
    write_colleagues(report, record, episode, place)
    report.heading(3, "How hindsight was limited")
    write_limits(report, record, episode)
    report.heading(3, "How good the practice was, by what was known then")
    write_answers(
        report, record, episode, place, record.appraisals, APPRAISAL, "How good was the practice?", "standard"
    )
    report.heading(3, "What helped, and what hindered")
    write_influences(report, record, episode, place)
    report.heading(3, "Is this usual?")
    question = "Would you expect the same next week, in another team?"
    write_answers(report, record, episode, place, record.usual, USUAL, question, "example")


def facts(report, record, episode, place):
    """What is known about an episode, as rows of a table: label and cell. What is not known is said."""
    entries = [(one.anchor, one.label) for one in map(entry_place, episode.entries)]
    behind = [pattern_place(one) for one in record.patterns if episode in one.episodes and one.title]
    behind += [finding_place(one) for one in record.findings if episode in one.pattern.episodes]
    return [
        ["When", when(episode)],
        ["Kind", kind_of(episode)],
        ["Positions involved", involved(record, episode)],
        ["Why it mattered", why(report, record, episode, place)],
        *([name, told(report, record, episode, about, place)] for about, name in TOLD.items()),
        ["Entries it rests on", paragraph("TableText", *links(entries)) if entries else "None named"],
        ["Wanted by", people(heads_of_support(episode))],
        ["Behind it", paragraph("TableText", *links([(one.anchor, one.label) for one in behind])) if behind else "–"],
    ]


def kind_of(episode):
    """What kind of moment it was, as far as anybody said, and whether it was chosen as good practice."""
    said = EPISODE_KIND.get(episode.kind, "Not said")
    return f"{said}; chosen as good practice" if episode.good_practice else said


def involved(record, episode):
    """Whose accounts of it stand, positions only. How many were not involved is said below them. (method.md, 3)"""
    said = [one.position for one in record.statements if one.episode_id == episode.id and record.counts(one)]
    answered = dict.fromkeys(one.label for one in said if one)
    return paragraph("TableText", "; ".join(answered) or "Nobody has told of it yet")


def why(report, record, episode, place):
    """Why an episode mattered: the proposer's words with their number, or what a facilitator typed."""
    said = record.standing_words(episode.statement)
    if said:
        source = paragraph("TableText", f"{said.giver}, ", report.cite(said, place))
        return [paragraph("TableWords", said.text), source]
    return episode.typed_why or "Not written down"


def told(report, record, episode, about, place):
    """What the room said of it, each with who gave it and its number, and then what an editor wrote."""
    given = [one for one in record.statements if (one.episode_id, one.question) == (episode.id, about)]
    pieces = []
    for one in (one for one in given if record.standing.counts(one)):
        pieces.append(paragraph("TableWords", one.text))
        pieces.append(paragraph("TableText", f"{one.giver}, ", report.cite(one, place)))
    if episode.told(about):
        pieces.append(paragraph("TableText", episode.told(about)))
    return pieces or "Not yet established"


def heads_of_support(episode):
    return len({support.participant_id for support in episode.supports})


def write_answers(report, record, episode, place, given, labels, question, words_field):
    """The spread of an answer, and the words some gave with it."""
    answers = [one for one in given if one.episode_id == episode.id]
    write_spread(report, answers, labels, question)
    for one in answers:
        if said := record.standing_words(getattr(one, words_field)):
            report.quote(said, place)


def write_influences(report, record, episode, place):
    found = [one for one in record.influences if one.episode_id == episode.id]
    if not found:
        report.missing("No factor has been named for this episode.")
        return
    report.numbered(f"{people(heads(found))} named {several(len(found), 'factor', 'factors')} at work here.", keep=True)
    types = framework(record.review)
    order = list(types)
    found.sort(key=lambda one: (order.index(one.factor.type) if one.factor.type in order else len(order), one.id))
    rows = [influence_row(report, record, types, one, place) for one in found]
    report.table(INFLUENCE_HEAD, rows, INFLUENCE_WIDTHS, "Contributory factors")


def influence_row(report, record, types, influence, place):
    said = record.standing_words(influence.statement)
    return [
        [
            paragraph("TableText", called(influence.factor, types)),
            paragraph("TableText", run(type_name(types, influence.factor.type), italic=True)),
        ],
        f"{influence.effect.capitalize()}, {WEIGHT[influence.weight]}",
        paragraph("TableWords", said.text),
        paragraph("TableText", f"{said.giver}, ", report.cite(said, place)),
    ]


def not_chosen(report, record):
    """Moments that were proposed and not chosen, so that the selection can be seen."""
    kept = [one for one in record.proposals if record.counts(one.statement)]
    if kept:
        report.heading(2, "Moments proposed and not chosen")
        rows = [[paragraph("TableWords", one.title), when(one), one.proposer] for one in kept]
        report.table(
            ["What it was called", "When", "Proposed by"], rows, [130, 50, 73], "Moments proposed and not chosen"
        )


def when(episode):
    return label(episode.when) if episode.when else "Not said"
