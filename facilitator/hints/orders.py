"""Whether all that is asked for is to remind, to train or to write a procedure. (method.md, 9)

Such answers may be right beside others. Alone they leave the work as it is, so the desk warns, and blocks nothing.
"""

import re

from facilitator.hints.wordings import all_hints


def orders():
    """The hints of the list that are marked `order: yes`."""
    return [hint for hint in all_hints() if hint.is_order]


def is_only_orders(texts):
    """Whether every sentence of these texts holds an order of that kind, and there is at least one."""
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?;])\s+|\n+", text) if one.strip()]
    wanted = orders()
    return bool(sentences) and all(any(hint.looks_for.search(one) for hint in wanted) for one in sentences)
