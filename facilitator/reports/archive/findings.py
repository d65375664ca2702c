"""What an archive holds of what was made of the case: patterns, findings, and the questions for the board."""

from facilitator.findings.board_models import PRIORITIES, QUESTION_KINDS, VERDICTS, BoardAnswer, BoardQuestion
from facilitator.findings.comment_models import DeskComment
from facilitator.findings.models import (
    ANSWERS,
    SCOPES,
    STATES,
    SURE_ANSWERS,
    TEST_ANSWERS,
    Finding,
    FindingTest,
    Paragraph,
    ParagraphEvidence,
    ParagraphVersion,
    Sureness,
)
from facilitator.patterns.merge_models import MergeEvidence, PatternMerge, merge_pattern
from facilitator.patterns.models import KINDS as PATTERN_KINDS
from facilitator.patterns.models import Filing, Pattern, PatternEvidence, pattern_episode
from facilitator.patterns.offer_models import OFFER_ANSWERS, OfferAnswer, offer_episode
from facilitator.reports.archive.part import evidence, part

FINDINGS = (
    part(
        "patterns",
        Pattern,
        "review_id",
        "key number title kind made_at position statement taken_at",
        part("categories", Filing, "pattern_id", "category", bare=True),
        part("episodes", pattern_episode, "pattern_id", "episode", bare=True),
        evidence(PatternEvidence, "pattern_id"),
        choices={"kind": PATTERN_KINDS},
    ),
    part(
        "merges",
        PatternMerge,
        "review_id",
        "key into made at by undone_at undone_by",
        part("patterns", merge_pattern, "pattern_merge_id", "pattern", bare=True),
        part("rests_on", MergeEvidence, "pattern_merge_id", "statement", bare=True),
    ),
    part(
        "offers",
        OfferAnswer,
        "review_id",
        "key factor effect answer people agencies reason pattern at by undone_at",
        part("episodes", offer_episode, "offer_answer_id", "episode", bare=True),
        choices={"effect": ("helped", "hindered"), "answer": OFFER_ANSWERS},
    ),
    part(
        "findings",
        Finding,
        "review_id",
        "key number pattern state scope drafted_at",
        part(
            "paragraphs",
            Paragraph,
            "finding_id",
            "key answer place text version",
            part("history", ParagraphVersion, "paragraph_id", "version based_on text by at"),
            part("comments", DeskComment, "paragraph_id", "key version text by at settled_at settled_by"),
            evidence(ParagraphEvidence, "paragraph_id"),
            choices={"answer": tuple(ANSWERS)},
        ),
        part(
            "tests",
            FindingTest,
            "finding_id",
            "key participant position answer rank comment given_at shown shown_at",
            choices={"answer": TEST_ANSWERS, "shown": TEST_ANSWERS},
        ),
        part(
            "sureness",
            Sureness,
            "finding_id",
            "key participant answer given_at shown shown_at",
            choices={"answer": SURE_ANSWERS, "shown": SURE_ANSWERS},
        ),
        part(
            "board_answers",
            BoardAnswer,
            "finding_id",
            "key verdict priority reason action watched national by at",
            choices={"verdict": tuple(VERDICTS), "priority": tuple(PRIORITIES)},
        ),
        choices={"state": STATES, "scope": SCOPES},
    ),
    part(
        "questions",
        BoardQuestion,
        "review_id",
        "key number finding text kind position statement",
        choices={"kind": QUESTION_KINDS},
    ),
)
