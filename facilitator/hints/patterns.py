"""The patterns of what could tell who somebody is, as sources of regular expressions.

They are written so that Python and a phone's browser read them alike: no looking behind, and \\b only beside plain
letters and figures. Each function takes the words of its list and the words that are no names, and returns the source
and whether capitals do not matter in it.
"""

import re

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# A word that begins with a capital and may be a name: O’Brien, Anne-Marie, St.
NAME = rf"{CAPITAL}[A-Za-zÀ-ÖØ-öø-ÿ'’.-]*[A-Za-zÀ-ÖØ-öø-ÿ]"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NUMBERED = rf"{DAY}\s?[./-]\s?{MONTH}\s?[./-]\s?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
SPACED = rf"{DAY} {MONTH} (?:19|20)[0-9]{{2}}"
BACKWARDS = r"(?:19|20)[0-9]{2}[./-]?(?:0[1-9]|1[0-2])[./-]?(?:0[1-9]|[12][0-9]|3[01])"
ORDINAL = rf"{DAY}(?:st|nd|rd|th)?"
YEAR = r"(?:(?:19|20)[0-9]{2}|['’][0-9]{2}|[0-9]{2}(?![0-9.:]))"
SPOKEN = rf"{ORDINAL}(?: day)?(?: of)?[ -]?{MONTHS}"
SPOKEN_MONTH_FIRST = rf"{MONTHS} (?:the )?{ORDINAL}"
FULL_DATE = rf"(?:{NUMBERED}|{SPACED}|{BACKWARDS}|{SPOKEN}[ ,.-]{{0,2}}{YEAR}|{SPOKEN_MONTH_FIRST}[ ,]{{1,2}}{YEAR})"
ANY_DATE = rf"(?:{FULL_DATE}|{SPOKEN}|{SPOKEN_MONTH_FIRST}|{DAY}[./]{MONTH}|{DAY}{MONTH}(?:19|20)?[0-9]{{2}})"


def email(_words, _no_names):
    return r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", False


def nhs_number(_words, _no_names):
    return r"\b[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{4}\b", False


def phone(_words, _no_names):
    return r"(?:(?:\+|\b00)44[ .-]?(?:\(0\)[ .-]?)?|\(?\b0)[1-9](?:[ ().-]{0,2}[0-9]){8,9}\b", False


def postcode(_words, _no_names):
    # "2nd" and "3rd" after a room number are no second half of a postcode.
    return r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?(?!(?:1st|2nd|3rd|[0-9]th)\b)[0-9][ABD-HJLNP-UW-Z]{2}\b", True


# What is named after a birth and has days of its own: “the new-birth visit on 11 March”.
NOT_A_BIRTH = r"(?![ -](?:visit|plan|mother|father|parent|famil|partner))"


def date_of_birth(words, _no_names):
    birth = rf"\b(?:{spelt(words)})\b{NOT_A_BIRTH}"
    before, after = rf"\b{ANY_DATE}[^0-9\n]{{0,30}}{birth}", rf"{birth}(?:[^0-9\n]{{0,30}}|[^\n]{{0,12}})\b{ANY_DATE}"
    return f"{after}|{before}", True


def full_date(_words, _no_names):
    return rf"\b{FULL_DATE}\b", True


def titled_name(words, no_names):
    return rf"\b(?:{spelt(words)})\.? (?!{not_a_name(no_names)}){NAME}", False


def school(words, no_names):
    named = rf"\b(?:(?!{not_a_name(no_names)}){NAME} ){{1,4}}(?:{spelt(words)})\b"
    return rf"{named}|\bSt\.? {NAME}['’]s\b", False


def street(words, no_names):
    named = rf"(?:(?!{not_a_name(no_names)}){NAME} ){{1,3}}"
    return rf"\b(?:[0-9]{{1,4}}[a-z]?,? )?{named}(?:{spelt(words)})\b(?!['’-])", False


KINDS = {
    "email": email,
    "nhs-number": nhs_number,
    "phone": phone,
    "postcode": postcode,
    "date-of-birth": date_of_birth,
    "full-date": full_date,
    "titled-name": titled_name,
    "school": school,
    "street": street,
}


def spelt(words):
    """Words as alternatives, the longest first, so that “Primary School” is found before “School”."""
    escaped = (re.escape(one).replace(r"\ ", " ").replace(r"\-", "-") for one in sorted(words, key=len, reverse=True))
    return "|".join(escaped)


def not_a_name(no_names):
    return rf"(?:{spelt(no_names)})(?:[ ,.!?]|$)"
