"""Who may do what: the one written matrix. (docs/guide.md explains it in words.)

P participant · F facilitator · C co-facilitator · S scribe · W wall
"""

P, F, C, S, W = ROLES = ("participant", "facilitator", "co-facilitator", "scribe", "wall")

MATRIX = {
    "take part": {P},
    "prepare a review": {F, C},
    "lead the workshop": {F, C},
    "watch the console": {F, C, S},
    "write for someone without a phone": {F, C, S},
    "show the wall": {F, C, S, W},
    "hear of changes": {P, F, C, S, W},
    "edit findings": {F, C, S},
    "take the review out": {F},
}
