"""Days, numbers, postcodes and e-mail addresses of a case in a text, however they are spaced."""

import re

from facilitator.hints.days import days_in, whole_day
from facilitator.hints.patterns import spelt
from facilitator.hints.spelling import plain

NUMBERS = re.compile(r"\+?\(?[0-9](?:[ ().-]{0,3}[0-9]){3,14}")
POSTCODES = re.compile(r"\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s?[0-9][A-Za-z]{2}\b")


class Figures:
    """What is known of a case in figures: days of birth, numbers without their spaces, postcodes, e-mail."""

    def __init__(self):
        self.days, self.numbers, self.postcodes, self.emails = set(), {}, {}, {}

    def take(self, thing):
        if thing.kind == "born":
            self.days.add(whole_day(thing.text))
        elif thing.kind == "email":
            self.emails[thing.text.strip()] = thing.kind
        elif len(figures := national(compact(thing.text))) > 3:
            self.numbers[figures] = thing.kind

    def take_postcodes(self, thing):
        self.postcodes |= {compact(code): thing.kind for code in POSTCODES.findall(thing.text)}

    def find(self, text):
        """Triples of kind, start and end."""
        for start, end, *day in days_in(text) if self.days else ():
            if any(is_same_day(own, *day) for own in self.days):
                yield "born", start, end
        looks = ((NUMBERS, self.numbers), (POSTCODES, self.postcodes | self.numbers))
        for looks_for, known in looks:
            for match in looks_for.finditer(text) if known else ():
                if kind := known.get(national(compact(match[0]))):
                    yield kind, match.start(), match.end()
        for match in re.finditer(spelt(self.emails), text, re.IGNORECASE) if self.emails else ():
            yield "email", match.start(), match.end()


def is_same_day(own, day, month, year):
    """Whether a day of a text, with or without its year, is a day of birth."""
    return (day, month) == own[:2] and year in (None, own[2], own[2] % 100)


def compact(text):
    return "".join(sign for sign in plain(text) if sign.isalnum())


def national(figures):
    """A British number without its country: 44161… and 0044161… are 0161…"""
    return re.sub(r"^(?:0044|44)0?(?=[1-9][0-9]{8,9}$)", "0", figures)
