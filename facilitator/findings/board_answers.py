"""The board's answer to a finding: accepted or not, what will be done, how the effect is watched. (method.md, 9)

The program writes down what the board said and never guesses what it did not say.
"""

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db
from facilitator.findings.actions import tell
from facilitator.findings.board_models import PRIORITIES, SAID, VERDICTS, BoardAnswer
from facilitator.refusal import Conflict, Refused


def answer_finding(finding, given, by, seen=None):
    """Write down what the board answered. The same again does nothing; an earlier answer stays on record.

    given: verdict, priority and the names in SAID → text; what is left out is empty. seen: how many answers there were
    when the page was drawn. Refused without a verdict, without a reason where the board does not simply accept, and
    when a text is too long; 409 when somebody else has written one meanwhile.
    """
    said = {name: given.get(name, "").replace("\r\n", "\n").strip() for name in ("verdict", "priority", *SAID)}
    standing = answer_to(finding)
    if standing and standing.said == said:
        return standing
    if seen is not None and seen != len(finding.board_answers):
        raise Conflict("Somebody else has written the board’s answer meanwhile. Please load the page again to see it.")
    check(said)
    answer = BoardAnswer(finding=finding, by=by, **said | {"priority": said["priority"] or None})
    db.session.add(answer)
    db.session.flush()
    log(finding.review, "board answered", role=by, finding=finding.number, verdict=answer.verdict)
    tell(finding.review)
    return answer


def check(said):
    if said["verdict"] not in VERDICTS:
        raise Refused("Say whether the board accepts the finding, accepts it in part, or does not.")
    if said["priority"] not in ("", *PRIORITIES):
        raise Refused("The priority is high, medium or low, or not given.")
    if said["verdict"] != "accepted" and not said["reason"]:
        raise Refused("Please give the board’s reason. Those who took part will ask for it.")
    if any(len(words) > LONGEST_WORDS for words in said.values()):
        raise Refused(f"At most {LONGEST_WORDS:,} characters fit in one field. Please shorten it.")


def answer_to(finding):
    """The answer that holds, or None while the board has not answered."""
    return finding.board_answers[-1] if finding.board_answers else None
