"""What the report calls the answers and kinds that the database knows by a key."""

APPRAISAL = {"good": "Good", "mixed": "Mixed", "problematic": "Problematic", "cannot-say": "Cannot say"}
COLLEAGUES = {"same": "The same", "else": "Something else", "cannot-say": "Cannot say"}
USUAL = {
    "always": "Always",
    "often": "Often",
    "sometimes": "Sometimes",
    "rarely": "Rarely",
    "dont-know": "Don’t know",
}
TEST = {"agree": "Agree", "partly": "Partly", "disagree": "Disagree", "dont-know": "Don’t know"}
SURE = {"very": "Very sure", "fairly": "Fairly sure", "not": "Not sure", "dont-know": "Don’t know"}
WEIGHT = {1: "a little", 2: "a good deal", 3: "a great deal"}
EPISODE_KIND = {"action": "Something done", "omission": "Something not done", "sequence": "A sequence"}
PATTERN_KIND = {"unsafe": "makes good work harder", "constructive": "makes good work easier"}
QUESTION_KIND = {
    "clear-fix": "Clear fixes, which local agencies can simply make",
    "hard-choice": "Hard choices, where something else has to give",
    "needs-development": "Not ready yet: someone must first find out or try out",
}
VERDICT = {
    "accepted": "The board accepts this finding.",
    "in-part": "The board accepts this finding in part.",
    "not-accepted": "The board does not accept this finding.",
}
SCOPE = {
    "case": "A case finding: what happened here",
    "systems": "A systems finding: what would make it happen again",
    None: "Not yet told apart: a case finding, or a systems finding",
}
MINORITY = {"disagree": "disagrees", "partly": "agrees in part"}
STATE = {"draft": "Draft", "with-group": "With the group", "with-board": "With the board", "final": "Final"}
