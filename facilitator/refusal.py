"""One exception with a sentence for a person. Every refusal in the program is one of these."""

from contextlib import contextmanager


class Refused(Exception):
    """What was asked cannot be done, and the sentence says what the person can do instead.

    status: the HTTP status the answer carries (422 unless a subclass says otherwise).
    way_on: the endpoint and the words of a link that leads on from here, or None.
    field: the name of the field it is about, or None.
    """

    status = 422
    way_on = None
    saved = None

    def __init__(self, sentence, field=None):
        super().__init__(sentence)
        self.sentence, self.field = sentence, field

    def at(self, name):
        """The sentence, where it belongs to the field of this name."""
        return self.sentence if name == self.field else None


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


@contextmanager
def about_field(name):
    """What is refused in here is about this field of the form, unless it names one itself."""
    try:
        yield
    except Refused as refused:
        refused.field = refused.field or name
        raise


def shown_on(page):
    """Mark a view that a form is sent to: what it refuses is told on the page of that form, its typing kept.

    page: the view that draws the page, with those parts of the address that it takes.
    """

    def mark(view):
        view.page = page
        return view

    return mark
