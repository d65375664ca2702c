"""Who may do what: the one written matrix, for pages and sockets alike. (docs/guide.md explains it in words.)

P participant · F facilitator · C co-facilitator · S scribe · W wall · O outsider, who holds no pass

Nobody, whoever they are, reads others' words before the reveal or learns who gave unlabelled words: the two empty rows
are no acts somebody forgot to grant, they say so.
"""

P, F, C, S, W = ROLES = ("participant", "facilitator", "co-facilitator", "scribe", "wall")
O = "outsider"  # noqa: E741
HELPERS = (C, S, W)

MATRIX = {
    "come to the door": {P, F, C, S, W, O},
    "take part": {P},
    "write for someone without a phone": {F, C, S},
    "read before the reveal": set(),
    "know who gave unlabelled words": set(),
    "show the wall": {F, C, S, W},
    "hear of changes": {P, F, C, S, W},
    "watch the console": {F, C, S},
    "lead the workshop": {F, C},
    "let somebody help": {F},
    "see all reviews": {F},
    "prepare a review": {F, C},
    "edit findings": {F, C, S},
    "see real names": {F},
    "take the review out": {F},
    "hold or restore a review": {F},
    "purge a review": {F},
    "be the second person in a purge": {F, C},
}

# What the facilitator may grant to one helper besides, each time with the passphrase.
BY_GRANT = {
    "see real names": {C},
    "take the review out": {C},
}
