"""Which draft findings rest on somebody's words, for themselves, once the room has tested the findings."""

from facilitator.findings.testing import is_revealed, wording_tested


def tell(workshop, statements):
    """Nothing before this workshop has revealed how its draft findings were tested: the desk may still change them."""
    if not is_revealed(workshop):
        return {}
    told = {one: [] for one in statements}
    for finding in workshop.review.findings:
        rests_on = {piece for paragraph in finding.paragraphs for piece in paragraph.rests_on}
        against = {piece for paragraph in finding.paragraphs for piece in paragraph.against}
        for one in statements:
            if one in rests_on:
                told[one].append(f"Finding {finding.number} rests on it: “{wording_tested(finding)}”")
            elif one in against:
                told[one].append(f"Finding {finding.number} names it as speaking against it.")
    return told
