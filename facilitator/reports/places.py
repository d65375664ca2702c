"""Where things stand in the report: the names of their bookmarks and what a link to them says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Somewhere that can be linked to. anchor: the name of its bookmark. label: what a link to it says."""

    anchor: str
    label: str


def anchor_of(statement):
    return f"S_{statement.number}"


def entry_place(entry):
    return Place(f"N_{entry.number}", entry.number_label)


def episode_place(episode):
    return Place(f"KPE_{episode.number}", episode.label)


def pattern_place(pattern):
    return Place(f"P_{pattern.number}", pattern.number_label)


def finding_place(finding):
    return Place(f"F_{finding.number}", f"Finding {finding.number}")


def question_place(question):
    return Place(f"Q_{question.number}", f"Q{question.number}")
