"""What in a text could tell who somebody is: the names of its case first, then what can be known by its shape."""

from flask import current_app

from facilitator.hints.shapes import find_shapes, lists


def looks_like_names(review, text):
    """Everything found in a text, as a list of hints.shapes.Found in its order, nothing twice."""
    known = names_of_the_case(review, text)
    shapes = [one for one in find_shapes(text) if not any(overlap(one, other) for other in known)]
    return sorted([*known, *shapes], key=lambda one: one.start)


def names_of_the_case(review, text):
    """What the review's sieve finds. Refused when the closed names could not be read."""
    return current_app.extensions["names"].sieve_for(review).find(text) if text else []


def looks_of(review):
    """What is looked for in words of this review, to be compared: it is another one when names or lists changed."""
    names = current_app.extensions["names"]
    return names.sieves.get(review.key), review.key in names.unread, lists()


def overlap(one, other):
    return one.start < other.end and other.start < one.end
