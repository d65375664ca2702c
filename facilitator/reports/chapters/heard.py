"""Who was heard, by agency: positions, people and how much they said. Counts, never a name."""

from collections import Counter

from facilitator.reports.counting import several
from facilitator.reports.places import episode_place
from facilitator.reports.word_parts import paragraph
from facilitator.reviews.small_groups import is_small, shown_apart

HEAD, WIDTHS = ["Agency", "Positions", "People", "Statements", "“Not involved”"], [46, 56, 18, 22, 24]


def write(report, record):
    report.chapter("Annex: who was heard", new_page=True)
    if not record.review.agencies:
        report.missing("No agency has been named yet.")
        return
    report.numbered(
        "“Not involved” is how often someone from the agency said so of an episode; for fewer than five people it is "
        "not told, nor where it would follow from the others. People without a phone are counted like everybody else. "
        "A conversation counts once the person has heard it read back and agreed. "
        "Words that were withdrawn are not counted, and unlabelled words stand with no agency."
    )
    if len(record.review.workshops) > 1:
        report.numbered(
            "Nobody’s name is kept, so nobody is known again: who came to two meetings, or to a meeting and a "
            "conversation, is counted twice."
        )
    apart = told_apart(record)
    rows = [agency_row(record, agency, apart) for agency in record.review.agencies]
    report.table(HEAD, rows, WIDTHS, "Who was heard, by agency")
    by_episode(report, record)
    without_words = Counter(one.answer for one in record.abstentions if one.question)
    report.numbered(
        f"“I don’t know” was the answer {several(without_words['dont-know'], 'time', 'times')}, and “I’d rather not "
        f"say” {several(without_words['rather-not-say'], 'time', 'times')}. Both are answers."
    )


def by_episode(report, record):
    """Episodes × agencies: how many people have words about an episode that stand. Of fewer than five, only whether."""
    said = [one for one in record.statements if one.episode and one.agency and record.standing.counts(one)]
    if not record.episodes:
        return
    agencies = record.review.agencies
    rows = [
        [episode_place(episode).label, *(heard_about(record, episode, agency, said) for agency in agencies)]
        for episode in record.episodes
    ]
    report.numbered(
        "The next table tells from which agencies somebody spoke about each episode. It counts people, and of an "
        "agency with fewer than five people in the room only whether anybody did. Unlabelled words stand in no column."
    )
    widths = [22, *[144 / len(agencies)] * len(agencies)]
    head = ["Episode", *(agency.name for agency in agencies)]
    report.table(head, rows, widths, "Heard about each episode, by agency")


def heard_about(record, episode, agency, said):
    mine = [one for one in said if one.episode_id == episode.id and one.agency is agency]
    here = [one for one in record.participants if one.position.agency_id == agency.id]
    if not mine:
        return "–"
    givers = {one.participant_id for one in mine if one.participant_id}
    return "heard" if is_small(len(here)) or not givers else str(len(givers))


def told_apart(record):
    """The agencies of which may be told how many said they were not involved."""
    return shown_apart(Counter(one.position.agency for one in record.participants))


def agency_row(record, agency, apart):
    here = [one for one in record.participants if one.position.agency_id == agency.id]
    said = [one for one in record.statements if one.agency is agency and not one.withdrawn_at]
    said = [one for one in said if not record.standing.waits_for_agreement(one, one.workshop)]
    uninvolved = [
        one
        for one in record.abstentions
        if one.answer == "not-involved" and not one.question and one.participant.position.agency_id == agency.id
    ]
    roles = list(dict.fromkeys(one.position.role for one in here)) or ["Nobody took part"]
    cells = [agency.name, [paragraph("TableText", role) for role in roles]]
    # Of few people, "not involved" says it of each of them.
    told = str(len(uninvolved)) if agency in apart or not here else "–"
    return [*cells, str(len(here)), str(len(said)), told]
