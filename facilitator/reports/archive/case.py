"""What an archive holds of the case: its narrative and episodes, what was said of them, and what was answered."""

from facilitator.appraisals.models import ANSWERS as APPRAISALS
from facilitator.appraisals.models import Appraisal
from facilitator.differences.models import KINDS as DIFFERENCES
from facilitator.differences.models import Difference, difference_statement
from facilitator.episodes.models import ABOUT, Episode, Support, Telling, episode_entry
from facilitator.episodes.models import KINDS as EPISODE_KINDS
from facilitator.factors.models import FactorMarks, Influence, MarksReveal, SettledFactors
from facilitator.narrative.models import Dispute, Entry
from facilitator.narrative.sources import SOURCES
from facilitator.perspectives.models import SetAside, Slip, Star, Statement
from facilitator.reports.archive.part import part
from facilitator.tunnel.models import ANSWERS as COLLEAGUES
from facilitator.tunnel.models import Colleagues
from facilitator.usual.models import ANSWERS as USUAL
from facilitator.usual.models import Usual
from facilitator.workshops.labels import LABELS

CASE = (
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
        choices={"kind": ("", *EPISODE_KINDS)},
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
)
