"""What became of somebody's words, for themselves alone. Later nouns tell it; they register when they are set up."""

TELLERS = []


def tell_what_became(function):
    """From now on function(workshop, statements) → {statement: sentences} stands beside one's own words on the phone.

    It may tell nothing that the room has not been shown.
    """
    if function not in TELLERS:
        TELLERS.append(function)


def became_of(workshop, statements):
    """{statement: sentences} for every one of these statements, in the order of the method."""
    told = [teller(workshop, statements) for teller in TELLERS]
    return {one: [sentence for each in told for sentence in each.get(one, ())] for one in statements}
