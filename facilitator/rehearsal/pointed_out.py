"""What is to be pointed out in words: hindsight and blame, and what could tell who somebody is. (method.md, 2)

The phones are told what to look for, so a made-up phone can look for it too; console and desk, which look by
themselves, must point out the same. Lists from which a facilitator has taken a word point it out nowhere.
"""

import json
import re

from facilitator.hints.shapes import is_nhs_number
from facilitator.refusal import Refused
from facilitator.rehearsal.page import plain


class Lists:
    """given: the text of hints.json, which the phones are given. count: how much was pointed out so far."""

    def __init__(self, given):
        self.looks = [(re.compile(one["pattern"], re.I if one["anyCase"] else 0), one) for one in json.loads(given)]
        self.count = 0

    def found_in(self, text, only_wordings=False):
        """What is to stand beside this text: sentences, each with the words it is about."""
        for looks_for, one in self.looks:
            found = [match[0] for match in looks_for.finditer(text) if fits(one, match[0])]
            if one["once"] or not only_wordings:
                yield from (f"“{words.strip()}”: {one['says']}" for words in found[: 1 if one["once"] else None])

    def must_stand(self, text, place, where, only_wordings=False):
        """Refused when one of these sentences does not stand at this place, an element of a page."""
        shown = plain(place)
        for sentence in self.found_in(text, only_wordings):
            if sentence not in shown:
                raise Refused(f"{where} does not point out {sentence}")
            self.count += 1


def fits(look, words):
    """Ten figures are an NHS number only where the last one checks the others."""
    return look["check"] != "nhs" or is_nhs_number(words)
