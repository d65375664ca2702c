"""What a made-up room gives where the case file says nothing: the same every time, and plain that it was made up.

Published cases tell what happened and what was learnt. They do not tell what somebody took back, or in which order a
group put its findings; but a day has that too, and a rehearsal that leaves it out would not show that it works.
"""

from dataclasses import replace

from facilitator.narrative.case.episodes import VIEW, CaseColleagues, CaseDifference, SecondThought
from facilitator.narrative.case.findings import CaseOrder
from facilitator.rehearsal.made_up_offers import offers_of
from facilitator.rehearsal.page import one_line

MADE_UP = "Made up for the rehearsal:"
SURPRISED = f"{MADE_UP} I did not know how this looked from where “{{other}}” stood."
OPEN = f"{MADE_UP} what did “{{other}}” know that day?"
COLLEAGUES = f"{MADE_UP} most of us would have done the same that day."
DIFFERENCE = f"{MADE_UP} each tells it from where they stood."
HOW_SURE = f"{MADE_UP} well known from the accounts; the times rest on memory."
HASTY = f"{MADE_UP} they failed to ask, and must be reminded."
CHANGES = f"{MADE_UP} somebody to ring who knows the family."
ORDER = f"{MADE_UP} the first is behind the others."
# What becomes of words that do not stay as they were given: withdrawn, set aside, corrected. The number is one that
# the regulator keeps for stories; like the hindsight of the last it is pointed out.
SECOND_THOUGHTS = (
    {"text": f"{MADE_UP} ring me on 07700 900123. On second thoughts I would rather not have said this."},
    {"text": f"{MADE_UP} this belongs to another case.", "because": f"{MADE_UP} it is about another family."},
    {"text": f"{MADE_UP} they should have rung.", "instead": f"{MADE_UP} the guidance then asked them to ring."},
)


def completed(case):
    """The Case with what its file leaves out of the day. What the file has stays as it is."""
    return replace(
        case,
        episodes=tuple(complete_episode(case, one) for one in case.episodes),
        second_thoughts=case.second_thoughts or tuple(second_thoughts(case)),
        offers=case.offers or offers_of(case),
        findings=tuple(replace(one, scope=one.scope or scope_of(one)) for one in case.findings),
        order=case.order or order_of(case),
    )


def complete_episode(case, episode):
    told = list(episode.accounts)
    given = {"how_sure": episode.how_sure or HOW_SURE, "changes": episode.changes or CHANGES}
    if told and not episode.colleagues:
        given["colleagues"] = {told[0]: CaseColleagues(answer="same", words=COLLEAGUES)}
    if not episode.differences:
        given["differences"] = tuple(differences(episode))
    if not (episode.surprised or episode.open_questions) and len(told) > 1:
        roles = {one.key: one_line(one.role) for one in case.participants}
        given["surprised"] = {told[0]: SURPRISED.format(other=roles[told[-1]])}
        given["open_questions"] = {told[-1]: OPEN.format(other=roles[told[0]])}
    return replace(episode, **given)


def differences(episode):
    """Of the first question to which several gave an account, the first two."""
    for question in VIEW:
        answered = [one for one, answers in episode.accounts.items() if question in answers]
        if len(answered) > 1:
            between = tuple(f"{one}.{episode.key}.{question}" for one in answered[:2])
            yield CaseDifference(kind="account", sentence=DIFFERENCE, between=between)
            return


def second_thoughts(case):
    """At the first episode that is told, by those who tell it, each to a question they have not answered."""
    episode = next((one for one in case.episodes if one.accounts), None)
    if episode is None:
        return
    free = {one: [question for question in ASKED if question not in said] for one, said in episode.accounts.items()}
    in_turn = [(one, left[turn]) for turn in range(len(ASKED)) for one, left in free.items() if turn < len(left)]
    for (one, question), words in zip(in_turn, SECOND_THOUGHTS, strict=False):
        yield SecondThought(by=one, episode=episode.key, question=question, **words)


# The questions that every script asks.
ASKED = tuple(question for question in VIEW if question != "did")


def scope_of(finding):
    """It is about the system where the file says how it is known to be underlying."""
    return "systems" if finding.how_we_know else "case"


def order_of(case):
    patterns = tuple(finding.pattern for finding in case.findings)
    return CaseOrder(patterns=patterns, because=ORDER) if len(patterns) > 1 else None
