"""The reason a group gives for an order it settled together."""

from facilitator.config import LONGEST_WORDS
from facilitator.refusal import Refused


def check_reason(reason):
    """Refused when it is blank or longer than 10,000 signs."""
    if not reason.strip():
        raise Refused("Please write the group’s reason. It is printed beside the order.")
    if len(reason) > LONGEST_WORDS:
        raise Refused(f"That is {len(reason):,} characters; at most {LONGEST_WORDS:,} fit.")
