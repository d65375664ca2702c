"""What a pattern already says about its finding: six answers, only with what the room gave. (method.md, 9 and 11)

Nothing here writes, and nothing is invented: an answer for which the room gave nothing has no paragraph.
"""

from dataclasses import dataclass

from facilitator.findings.spreads import usual_in_words
from facilitator.findings.thin import voices_in_words
from facilitator.narrative.dates import label


@dataclass(frozen=True)
class Draft:
    """A paragraph to begin with: under which answer, its words, and the statements for and against it."""

    answer: str
    text: str
    rests_on: tuple = ()
    against: tuple = ()


def draft_of(pattern):
    """The paragraphs a finding begins with, in the order of the six answers."""
    drafts = [
        Draft("issue", pattern.title),
        *(in_episode(pattern, episode) for episode in pattern.episodes),
        elsewhere(pattern),
        how_we_know(pattern),
        how_widespread(pattern),
    ]
    return [draft for draft in drafts if draft.text]


def in_episode(pattern, episode):
    when = f" ({label(episode.when)})" if episode.when else ""
    words = f"It showed in {episode.label}, {episode.title}{when}."
    return evidenced("in-this-case", words, pattern, lambda one: one.episode_id == episode.id)


def elsewhere(pattern):
    """Words given about other parts of the case, so that no evidence is dropped."""
    inside = {episode.id for episode in pattern.episodes}
    draft = evidenced("in-this-case", "", pattern, lambda one: one.episode_id not in inside)
    if not draft.rests_on and not draft.against:
        return draft
    words = "Some of the words that bear on it are about other parts of the case."
    if not inside:
        words = "The words that bear on it are about no chosen episode."
    return Draft("in-this-case", words, draft.rests_on, draft.against)


def how_we_know(pattern):
    if len(pattern.episodes) < 2:
        return Draft("how-we-know", "")
    words = f"The group saw it in {len(pattern.episodes)} episodes"
    if voices := voices_in_words(pattern.rests_on, between=" from "):
        words += f"; {voices} spoke to it"
    return evidenced("how-we-know", f"{words}.", pattern, lambda one: True)


def how_widespread(pattern):
    said = [words for episode in pattern.episodes if (words := usual_in_words(episode))]
    return Draft("how-widespread", " ".join([*said, "Beyond the room: not known."]) if said else "")


def evidenced(answer, words, pattern, belongs):
    """A draft with those statements of the pattern that belong to it."""
    sides = (tuple(one for one in side if belongs(one)) for side in (pattern.rests_on, pattern.against))
    return Draft(answer, words, *sides)
