"""What a made-up room gives where the case file says nothing: the same every time, and plain that it was made up."""

from facilitator.rehearsal.page import one_line

SURPRISED = "Made up for the rehearsal: I did not know how this looked from where “{other}” stood."
OPEN = "Made up for the rehearsal: what did “{other}” know that day?"


def further_words(case, episode):
    """Question → participant → words: what surprised people at an episode, and what is still open.

    As the file has it; where it has neither, the first who told of the episode wonders about the last, and the other
    way round.
    """
    if episode.surprised or episode.open_questions:
        return {"surprised": episode.surprised, "open-questions": episode.open_questions}
    roles = {one.key: one_line(one.role) for one in case.participants}
    told = list(episode.accounts)
    if len(told) < 2:
        return {}
    first, last = told[0], told[-1]
    return {
        "surprised": {first: SURPRISED.format(other=roles[last])},
        "open-questions": {last: OPEN.format(other=roles[first])},
    }
