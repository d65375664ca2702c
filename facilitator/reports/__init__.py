"""Taking a review out: the Word report and the archive. Only `archive/reading.py` changes anything."""


def add_kinds():
    from facilitator.perspectives.became import tell_what_became
    from facilitator.reports import became

    tell_what_became(became.tell)
