"""What later nouns want said to a participant at their step, or to the facilitator before a reveal.

A noun registers a function when it is set up; the screens ask all of them. Nothing said here stops anybody.
"""

TO_PARTICIPANT, BEFORE_REVEAL = [], []


def remark_to_participant(function):
    """From now on function(room, participant) → sentences stand above the questions on that participant's phone."""
    if function not in TO_PARTICIPANT:
        TO_PARTICIPANT.append(function)


def look_before_reveal(function):
    """From now on function(room) → a mapping of what was found to how often is shown before a reveal."""
    if function not in BEFORE_REVEAL:
        BEFORE_REVEAL.append(function)


def remarks_for(room, participant):
    return [sentence for function in TO_PARTICIPANT for sentence in function(room, participant)]


def second_look(room):
    """What was found in words that wait for their reveal; empty once they are revealed."""
    if room.is_revealed or not room.is_current:
        return {}
    return {name: count for function in BEFORE_REVEAL for name, count in function(room).items()}
