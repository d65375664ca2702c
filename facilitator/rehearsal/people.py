"""Who sits in the room of a rehearsal."""

from dataclasses import dataclass

from facilitator.rehearsal.page import one_line


@dataclass(frozen=True)
class Person:
    """key: in the case file, None for an observer. agency, role: as they are chosen on joining."""

    key: str | None
    agency: str
    role: str


def people_of(case, seats):
    """Everyone for this many seats: all participants of the case file first, then observers, agency by agency."""
    names = {agency.key: one_line(agency.name) for agency in case.agencies}
    people = [Person(one.key, names[one.agency], one_line(one.role)) for one in case.participants]
    agencies = list(names.values())
    for number in range(max(0, seats - len(people))):
        people.append(Person(None, agencies[number % len(agencies)], "Observer"))
    return people


def expected_words(case):
    """How many times somebody in the room is to say something. case: a completed one."""
    accounts = sum(len(answers) for episode in case.episodes for answers in episode.accounts.values())
    reasons = sum(bool(episode.why and episode.proposed_by) for episode in case.episodes)
    influences = sum(len(episode.influences) for episode in case.episodes)
    comments = sum(len(finding.comments) for finding in case.findings)
    colleagues = sum(bool(one.words) for episode in case.episodes for one in episode.colleagues.values())
    further = sum(len(episode.surprised) + len(episode.open_questions) for episode in case.episodes)
    second = sum(1 + bool(one.instead) for one in case.second_thoughts)
    return len(case.corrections) + reasons + accounts + colleagues + influences + further + second + comments
