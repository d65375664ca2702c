"""Where a finding is thin, said in a sentence. Counts, never a judgement. (screens.md: Desk)"""

import re

from facilitator.hints.orders import is_only_orders

NOT_YET = "Not yet established"
ONE_AGENCY = "Only one agency has spoken to this."
NOTHING_AGAINST = "Nothing yet speaks against it: was anyone asked?"
ONE_SENTENCE = "This heading is more than one sentence. The first could be the heading; the rest can stand below it."
ONLY_ORDERS = "It asks only to remind, to train or to write something down. What would still stand in the way?"
ONLY_THIS_CASE = "It is called a systems finding, and nothing yet says what would make it happen again."
UNSUPPORTED = "No statement supports this paragraph."

# The answers that must rest on what people said, and those that must at least say where they come from.
ROOTED = ("in-this-case", "how-we-know")
SUPPORTED = (*ROOTED, "how-widespread", "means")


def voices(statements):
    """How many positions, from how many agencies, gave these statements, as far as they carry them."""
    positions = {statement.position for statement in statements if statement.position}
    return len(positions), len({statement.agency for statement in statements if statement.agency})


def voices_in_words(statements, between=", "):
    """“4 positions, 3 agencies, 1 unlabelled”; empty when nobody spoke."""
    positions, agencies = voices(statements)
    unlabelled = sum(one.agency is None for one in statements)
    said = [
        f"{positions} position{'s' * (positions > 1)}" if positions else "",
        f"{agencies} {'agencies' if agencies > 1 else 'agency'}" if agencies else "",
        f"{unlabelled} unlabelled" if unlabelled else "",
    ]
    return between.join(filter(None, said))


def behind(finding, answer):
    """The statements an answer rests on, each once."""
    return list(dict.fromkeys(one for paragraph in finding.answer(answer) for one in paragraph.rests_on))


def is_established(finding, answer):
    """Whether anything is written there. Questions for the board are an answer too."""
    written = any(paragraph.text.strip() for paragraph in finding.answer(answer))
    return written or (answer == "consider" and any(question.stands for question in finding.board_questions))


def thin(finding, answer):
    """What is thin about one answer, as sentences."""
    if not is_established(finding, answer):
        only_here = answer == "how-we-know" and finding.scope == "systems"
        return [f"{NOT_YET}.", *([ONLY_THIS_CASE] if only_here else [])]
    if answer == "issue":
        return [ONE_SENTENCE] if is_several_sentences(finding.title) else []
    if answer == "consider":
        return [ONLY_ORDERS] if is_only_orders(asked_for(finding)) else []
    if answer not in ROOTED:
        return []
    spoken = behind(finding, answer)
    cuts_against = any(paragraph.against for paragraph in finding.answer(answer))
    one_agency = voices(spoken)[1] == 1 and all(one.agency for one in spoken)
    sentences = {ONE_AGENCY: one_agency, NOTHING_AGAINST: spoken and not cuts_against}
    return [sentence for sentence, holds in sentences.items() if holds]


def is_several_sentences(text):
    """Whether a heading goes on after a full stop."""
    return re.search(r"[.!?]\s+\S", text.strip()) is not None


def asked_for(finding):
    """Everything a finding asks the board to consider: its last answer, and its questions that stand."""
    questions = [question.text for question in finding.board_questions if question.stands]
    return [*(paragraph.text for paragraph in finding.answer("consider")), *questions]


def is_unsupported(paragraph):
    """Whether a paragraph rests on nothing that anyone said: no statement, and for how usual, no count either."""
    if paragraph.answer not in SUPPORTED or not paragraph.text.strip() or paragraph.rests_on:
        return False
    counted = any(episode.usual for episode in paragraph.finding.pattern.episodes)
    return not (paragraph.answer == "how-widespread" and counted)
