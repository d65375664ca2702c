"""What the room does at each stage. Each function gets the Day, and the case's episode where the stage is about one."""

from facilitator.rehearsal.stages import learning, ranking, second_thoughts, story, view

# The names are those of the script's files, without their numbers.
STAGES = {
    "welcome": story.welcome,
    "narrative": story.tell_what_happened,
    "turning-points": story.name_turning_points,
    "episodes": story.choose_episodes,
    "view-at-the-time": view.remember,
    "factors": view.say_what_helped_and_hindered,
    "appraisal": view.appraise,
    "usual": view.say_how_usual,
    "patterns": learning.put_patterns_together,
    "findings": learning.test_findings,
    "board-questions": learning.ask_the_board,
    "close": learning.say_goodbye,
}

# What the room does once all have seen what was given there.
AFTER_REVEAL = {"view-at-the-time": second_thoughts.think_again, "factors": ranking.rank_factors}
