"""What an archive holds of a review itself: its questions, its workshops, and who took part by position."""

from facilitator.db import new_key
from facilitator.factors.models import Factor
from facilitator.findings.models import SettledOrder
from facilitator.keeping.models import Hold, SignOff
from facilitator.perspectives.models import WITHOUT_WORDS, Abstention
from facilitator.reports.archive.part import part
from facilitator.reviews.models import Agency, CastMember, Position, Review, ReviewQuestion
from facilitator.tunnel.models import Curtain
from facilitator.workshops.labels import LABELS
from facilitator.workshops.models import Done, Labelling, Note, Participant, Reveal, Visit, Workshop
from facilitator.workshops.opening import new_code

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
    part("factors", Factor, "review_id", "key type item published offered"),
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

PEOPLE = (
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
)
