"""Every place in a review where somebody's words stand that a report may print, and where they can be mended.

It walks what an archive holds, so a new kind of thing is looked through without being named here.
"""

from dataclasses import dataclass, field

from sqlalchemy import String, func, select

from facilitator.db import db
from facilitator.episodes.models import Episode, Telling
from facilitator.factors.models import SettledFactors
from facilitator.factors.ranking import settled as settled_of
from facilitator.findings.board_answers import answer_to
from facilitator.findings.board_models import BoardAnswer
from facilitator.findings.models import Finding, SettledOrder
from facilitator.findings.ordering import settled
from facilitator.perspectives.models import Statement
from facilitator.reports.archive.part import target_of
from facilitator.reports.archive.shape import all_parts
from facilitator.reports.archive.writing import Shelves
from facilitator.reports.standing import Standing

# Parts that no report prints: private notes, earlier texts of a paragraph and comments on it, the log.
UNPRINTED = {"notes", "history", "comments", "log", "visits", "reveals", "dones", "abstentions", "star", "curtains"}
# Columns that hold the program's own words, or keys.
OWN_WORDS = {
    "key", "stage", "question", "asked", "script", "setting", "code", "join_token", "letter", "by", "type",
    "numbers", "marked", "ordered",
}  # fmt: skip
CALLED = {
    "review": "The review’s title and purpose",
    "questions": "A question of the review or for the board",
    "cast": "The cast",
    "agencies": "An agency’s name",
    "positions": "A position",
    "workshops": "The workshop’s title",
    "disputes": "What is disputed",
    "set_aside": "The reason for setting aside",
    "factors": "A factor in somebody’s own words",
    "findings": "A finding",
    "settled_orders": "The group’s reason for its order of need",
    "settled_factors": "The group’s reason for its order of factors",
    "paragraphs": "A paragraph of a finding",
    "board_answers": "The board’s answer to a finding",
    "patterns": "A pattern",
    "differences": "How accounts differ",
    "offers": "The reason for taking or refusing a pattern",
    "episodes": "An episode",
    "tellings": "What was written of an episode",
}
PAGES = {
    "review": "reviews.purpose",
    "questions": "reviews.purpose",
    "cast": "reviews.cast",
    "agencies": "reviews.agencies",
    "positions": "reviews.agencies",
    "findings": "findings.desk",
    "settled_orders": "findings.desk",
    "paragraphs": "findings.desk",
    "board_answers": "findings.board",
}


@dataclass(frozen=True)
class Place:
    """One text of a review. name: stays the same. called: for a person.

    page, at: the endpoint where it can be mended and what its address needs; empty when there is none.
    """

    name: str
    called: str
    text: str
    page: str = ""
    at: dict = field(default_factory=dict)


def places_of(review):
    """Every Place of a review whose words a report prints."""
    shelves, standing = Shelves(review), Standing(review)
    statements = {one.id: one for one in review.all_statements}
    for part in all_parts():
        if part.name not in UNPRINTED:
            for row in shelves.rows[part]:
                if is_printed(review, part, row, statements, standing):
                    yield from texts_of(review, part, row, statements)


def is_printed(review, part, row, statements, standing):
    """Whether the report prints the words of a row: of statements those that it shows, of orders the newest."""
    if part.model is Telling:
        return row["id"] == newest_telling(row)
    if part.model is SettledOrder:
        return row["id"] == settled(review).id
    if part.model is SettledFactors:
        return row["id"] == settled_of(db.session.get(Episode, row["episode_id"])).id
    if part.model is BoardAnswer:
        return row["id"] == answer_to(db.session.get(Finding, row["finding_id"])).id
    return part.model is not Statement or standing.prints(statements[row["id"]])


def newest_telling(row):
    """The telling that holds of an episode under the same name; earlier ones no report prints."""
    newest = select(func.max(Telling.id)).filter_by(episode_id=row["episode_id"], about=row["about"])
    return db.session.scalar(newest)


def texts_of(review, part, row, statements):
    for column in part.table.c:
        text = row.get(column.name)
        spoken = isinstance(column.type, String) and target_of(column) is None and column.name not in OWN_WORDS
        if spoken and column.name not in part.choices and isinstance(text, str) and text.strip():
            called, page, at = called_and_page(review, part, row, statements)
            yield Place(f"{part.name}/{row.get('id', 0)}/{column.name}", called, text, page, at)


def called_and_page(review, part, row, statements):
    """What a place is called, and the page on which it can be mended."""
    if part.name == "statements":
        at = {"code": statements[row["id"]].workshop.code, "number": row["number"]}
        return f"S-{row['number']:03d}", "perspectives.setting_aside", at
    if part.name == "entries":
        return f"N-{row['number']:02d}", "narrative.edit", {"review_id": review.id, "number": row["number"]}
    if part.name in ("episodes", "tellings"):
        number = db.session.get(Episode, row.get("episode_id", row["id"])).number
        at = {"review_id": review.id, "number": number}
        return CALLED[part.name], "findings.episode" if number else "", at if number else {}
    page = PAGES.get(part.name, "")
    if part.name == "questions" and "kind" in row:
        page = "findings.board_questions"
    return CALLED.get(part.name, "Something said in the review"), page, {"review_id": review.id}
