"""One exception with a sentence for a person. Every refusal in the program is one of these."""


class Refused(Exception):
    """What was asked cannot be done, and the sentence says what the person can do instead.

    status: the HTTP status the answer carries (422 unless a subclass says otherwise).
    way_on: the endpoint and the words of a link that leads on from here, or None.
    """

    status = 422
    way_on = None
    saved = None

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(Refused):
    status = 404


class NotPermitted(Refused):
    status = 403


class Conflict(Refused):
    """Two different things under one key, or two editors on one paragraph: both are kept.

    saved: the words that were kept first, where it is their giver who is refused; else None.
    """

    status = 409

    def __init__(self, sentence, saved=None):
        super().__init__(sentence)
        self.saved = saved


class NotYet(Refused):
    """The program is locked or starting: the same request will be right a little later."""

    status = 503
