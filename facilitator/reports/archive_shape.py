"""What an archive holds: one line for each kind of thing, read by both `archive_out` and `archive_in`.

A field is a column of the same name; one that refers to something (`agency`) is the column with `_id` after it, and the
archive gives the `key` of what it refers to. Numbers of the database never leave it. Not in an archive: passes, join
codes and tokens, and the address of the room, because they open doors or belong to one laptop.
"""

from facilitator.access.models import LogLine
from facilitator.appraisals.models import ANSWERS as APPRAISALS
from facilitator.appraisals.models import Appraisal
from facilitator.db import new_key
from facilitator.differences.models import KINDS as DIFFERENCES
from facilitator.differences.models import Difference, difference_statement
from facilitator.episodes.models import ABOUT, Episode, Support, Telling, episode_entry
from facilitator.episodes.models import KINDS as EPISODE_KINDS
from facilitator.factors.models import Factor, FactorMarks, Influence, MarksReveal, SettledFactors
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
    SettledOrder,
    Sureness,
)
from facilitator.keeping.models import Hold, SignOff
from facilitator.narrative.models import Dispute, Entry
from facilitator.narrative.sources import SOURCES
from facilitator.patterns.merge_models import MergeEvidence, PatternMerge, merge_pattern
from facilitator.patterns.models import KINDS as PATTERN_KINDS
from facilitator.patterns.models import Filing, Pattern, PatternEvidence, pattern_episode
from facilitator.patterns.offer_models import OFFER_ANSWERS, OfferAnswer, offer_episode
from facilitator.perspectives.models import WITHOUT_WORDS, Abstention, SetAside, Slip, Star, Statement
from facilitator.reports.archive_part import Part
from facilitator.reviews.models import Agency, CastMember, Position, Review, ReviewQuestion
from facilitator.tunnel.models import ANSWERS as COLLEAGUES
from facilitator.tunnel.models import Colleagues, Curtain
from facilitator.usual.models import ANSWERS as USUAL
from facilitator.usual.models import Usual
from facilitator.workshops.labels import LABELS
from facilitator.workshops.models import Done, Labelling, Note, Participant, Reveal, Visit, Workshop
from facilitator.workshops.opening import new_code

FORMAT, VERSION = "facilitator-archive", 2
SIDES = ("for", "against")


def part(name, model, owner, fields, *inside, **more):
    return Part(name, model, owner, tuple(fields.split()), inside, **more)


def evidence(model, owner):
    return part("evidence", model, owner, "statement side", choices={"side": SIDES})


REVIEW = part(
    "review",
    Review,
    None,
    "key title setting why period source made_up created_at no_good_practice_reason statements_given",
    part("questions", ReviewQuestion, "review_id", "number text"),
    part("settled_orders", SettledOrder, "review_id", "key numbers reason by at"),
    part("cast", CastMember, "review_id", "key pseudonym who"),
    part("sign_offs", SignOff, "review_id", "at by delete_on undone_at"),
    part("holds", Hold, "review_id", "at by reason released_at"),
    part("factors", Factor, "review_id", "key type item published"),
    part(
        "workshops",
        Workshop,
        "review_id",
        "key title script version stage episode wall_page opened_at closed_at clock_ends_at wall_blanked_at "
        "code_hidden_at opened_although",
        part("visits", Visit, "workshop_id", "stage episode began_at ended_at clock_ends_at"),
        part("reveals", Reveal, "workshop_id", "stage episode at by undone_at"),
        part("curtains", Curtain, "workshop_id", "episode reaches fell_at fell_by lifted_at lifted_by"),
        part("labellings", Labelling, "workshop_id", "stage labelled at by", choices={"labelled": LABELS}),
        part("notes", Note, "workshop_id", "stage text at"),
        made={"code": new_code, "join_token": new_key},
        left_out=("room_address", "wall_stretch", "groupings", "groups_on_wall_at"),
    ),
    one=True,
)

# The arrays at the top, in the order of a review.
ARRAYS = (
    part("agencies", Agency, "review_id", "key number name letter colour", choices={"colour": range(12)}),
    part("positions", Position, "agency_id", "key agency role"),
    part(
        "participants",
        Participant,
        "workshop_id",
        "key workshop position number notice_seen_at joined_at ready_at left_at removed_at without_phone",
        part("dones", Done, "participant_id", "stage episode at"),
        part(
            "abstentions",
            Abstention,
            "participant_id",
            "key stage question episode answer given_at",
            choices={"answer": WITHOUT_WORDS},
        ),
        left_out=("small_group", "writes_for_group"),
    ),
    part(
        "entries",
        Entry,
        "review_id",
        "key number agency when earliest latest source typed added_at statement position replaces",
        part("disputes", Dispute, "entry_id", "key position statement"),
        choices={"source": SOURCES},
    ),
    part(
        "episodes",
        Episode,
        "review_id",
        "key number title when kind typed_why good_practice proposed_at position statement chosen_at",
        part("entries", episode_entry, "episode_id", "entry", bare=True),
        part("supports", Support, "episode_id", "participant", bare=True),
        part("tellings", Telling, "episode_id", "about text by at", choices={"about": ABOUT}),
        choices={"kind": EPISODE_KINDS},
    ),
    part(
        "statements",
        Statement,
        "review_id",
        "key number workshop participant position labelled agency stage question asked episode text given_at replaces "
        "held_at let_in_at withdrawn_at held_back_at correction_asked_at in_group",
        part("set_aside", SetAside, "statement_id", "reason by at", one=True),
        part("star", Star, "statement_id", "at", one=True),
        choices={"labelled": LABELS},
        # Who takes an archive along holds no code: only the phone that wrote them leads to words without an author.
        left_out=("receipt",),
    ),
    part(
        "slips",
        Slip,
        "workshop_id",
        "key workshop labelled agency stage question asked episode text replaces beside",
        choices={"labelled": LABELS[1:]},
        left_out=("receipt",),
        by_key=True,
    ),
    part(
        "differences",
        Difference,
        "review_id",
        "key number episode kind sentence marked_at marked_by taken_back_at",
        part("accounts", difference_statement, "difference_id", "statement", bare=True),
        choices={"kind": DIFFERENCES},
    ),
    part(
        "influences",
        Influence,
        "episode_id",
        "key episode factor statement participant position effect weight",
        choices={"effect": ("helped", "hindered"), "weight": (1, 2, 3)},
    ),
    part("marks", FactorMarks, "episode_id", "key episode participant marked given_at"),
    part("marks_reveals", MarksReveal, "episode_id", "key episode workshop by at"),
    part("settled_factors", SettledFactors, "episode_id", "key episode ordered reason by at"),
    part(
        "colleagues",
        Colleagues,
        "episode_id",
        "key episode participant position answer colleagues given_at shown shown_at",
        choices={"answer": COLLEAGUES, "shown": COLLEAGUES},
    ),
    part(
        "appraisals",
        Appraisal,
        "episode_id",
        "key episode participant position answer standard given_at shown shown_at",
        choices={"answer": APPRAISALS, "shown": APPRAISALS},
    ),
    part(
        "usual",
        Usual,
        "episode_id",
        "key episode participant position answer example given_at shown shown_at",
        choices={"answer": USUAL, "shown": USUAL},
    ),
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
    part("log", LogLine, "review_id", "key at role act about previous hash"),
)


def all_parts():
    """Every part, outer ones before those inside them: the order in which they can be written."""
    found, level = [REVIEW], [*REVIEW.inside, *ARRAYS]
    while level:
        found += level
        level = [inner for outer in level for inner in outer.inside]
    return found
