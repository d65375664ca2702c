"""Which draft findings rest on somebody's words, for themselves, once the room has tested the findings."""

from facilitator.findings.testing import is_revealed, tests_in, wording_tested


def tell(workshop, statements):
    """Of findings that this room has tested and has seen how: what the desk drafts later, the room does not know."""
    if not is_revealed(workshop):
        return {}
    told = {one: [] for one in statements}
    for finding in (one for one in workshop.review.findings if tests_in(workshop, one)):
        rests_on = {piece for paragraph in finding.paragraphs for piece in paragraph.rests_on}
        against = {piece for paragraph in finding.paragraphs for piece in paragraph.against}
        sentence = quoted(wording_tested(finding))
        for one in statements:
            if one in rests_on:
                told[one].append(f"Finding {finding.number} rests on it: {sentence}")
            elif one in finding.pattern.named_by:
                told[one].append(f"It named the pattern behind Finding {finding.number}: {sentence}")
            elif one in against:
                told[one].append(f"Finding {finding.number} names it as speaking against it.")
    return told


def quoted(words):
    """A finding's sentence as the end of one of ours, with a full stop of its own or with ours."""
    return f"“{words}”{'' if words.endswith(('.', '?', '!')) else '.'}"
