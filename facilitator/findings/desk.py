"""The desk: the findings as documents, each paragraph with what it rests on, and every statement in its context."""

from flask import render_template, request, url_for

from facilitator.findings import questions
from facilitator.findings.board_models import VERDICTS
from facilitator.findings.commenting import open_comments
from facilitator.findings.document import answers_of, is_indicative, numbers_by_statement, numbers_of, row_of
from facilitator.findings.history import steps
from facilitator.findings.models import STATES
from facilitator.findings.routes import bp
from facilitator.findings.spreads import answer_rows, answered, mean_rank
from facilitator.findings.sureness import spread_of_sureness
from facilitator.findings.testing import (
    comments_on,
    find_finding,
    minority_views,
    sureness_shown,
    tests_shown,
    wording_tested,
)
from facilitator.hints.orders import is_only_orders
from facilitator.hints.wordings import find_hints
from facilitator.patterns.asking import by_episode, patterns_of, shown_in
from facilitator.patterns.categories import names_of
from facilitator.refusal import NotFound
from facilitator.reviews.finding import find_review
from facilitator.tunnel.beside_finding import colleagues_beside

EDIT = "edit findings"


@bp.get("/reviews/<int:review_id>/findings")
def desk(review_id):
    """All findings; while there are none, what to do next."""
    review = find_review(review_id, EDIT)
    taken = [pattern for pattern in patterns_of(review) if pattern.taken_at]
    to_draft = [pattern for pattern in taken if not pattern.findings]
    shown = {"taken": taken, "to_draft": to_draft, "open_comments": open_comments}
    return render_template("findings/desk.html", review=review, states=STATES, **shown)


@bp.get("/reviews/<int:review_id>/findings/<int:number>")
def finding(review_id, number):
    return draw_finding(find_finding(find_review(review_id, EDIT), number))


def draw_finding(finding):
    """The finding as a document, its evidence in the margin."""
    tests = tests_shown(finding)
    sure_rows, sure_total = spread_of_sureness(sureness_shown(finding))
    return render_template(
        "findings/finding.html",
        finding=finding,
        review=finding.review,
        answers=answers_of(finding),
        categories=names_of(finding.pattern),
        indicative=is_indicative(finding.review),
        shown=shown_in(finding.review),
        wording_tested=wording_tested(finding),
        rows=answer_rows(tests),
        answered=answered(tests),
        sure_rows=sure_rows,
        sure_total=sure_total,
        comments=comments_on(tests),
        minority=minority_views(tests),
        only_orders=is_only_orders,
        mean_rank=mean_rank(tests),
        colleagues=colleagues_beside(finding),
        kind_names=questions.KIND_NAMES,
        questions=[question for question in finding.board_questions if question.stands],
        states=STATES,
        verdicts=VERDICTS,
    )


def find_paragraph(finding, paragraph_id):
    found = next((paragraph for paragraph in finding.paragraphs if paragraph.id == paragraph_id), None)
    if found is None:
        raise NotFound("This paragraph is not in the finding. Please load the page again.")
    return found


@bp.get("/reviews/<int:review_id>/findings/<int:number>/paragraphs/<int:paragraph_id>/history")
def history(review_id, number, paragraph_id):
    paragraph = find_paragraph(find_finding(find_review(review_id, EDIT), number), paragraph_id)
    row = row_of(paragraph)
    return render_template("findings/history.html", review=paragraph.finding.review, row=row, steps=steps(paragraph))


@bp.get("/reviews/<int:review_id>/findings/<int:number>/changes")
def changes(review_id, number):
    """What others have written since this page was drawn. seen: `paragraph:version` and `c` + comment."""
    finding = find_finding(find_review(review_id, EDIT), number)
    seen = set(request.args.getlist("seen"))
    fresh = [paragraph for paragraph in finding.paragraphs if f"{paragraph.id}:{paragraph.version}" not in seen]
    said = [one for one in open_comments(finding) if f"c{one.id}" not in seen]
    numbers = numbers_of(finding)
    return render_template("findings/_changes.html", finding=finding, fresh=fresh, said=said, numbers=numbers)


@bp.get("/reviews/<int:review_id>/statements")
def statements(review_id):
    """Every statement that was shown to a room, with where it is used, so that one can go there and back."""
    review = find_review(review_id, EDIT)
    shown = shown_in(review)
    return render_template(
        "findings/statements.html",
        review=review,
        groups=by_episode(shown),
        used=numbers_by_statement(review),
        waiting=len([one for one in review.all_statements if one.is_current]) - len(shown),
    )


@bp.get("/reviews/<int:review_id>/questions")
def board_questions(review_id):
    review = find_review(review_id, EDIT)
    return render_template(
        "findings/questions.html",
        review=review,
        questions=questions.questions_of(review),
        kind_names=questions.KIND_NAMES,
        hints=find_hints,
        only_orders=is_only_orders,
    )


def address_of(paragraph):
    """Where a paragraph stands at the desk."""
    finding = paragraph.finding
    return url_for("findings.finding", review_id=finding.review_id, number=finding.number, _anchor=f"p-{paragraph.id}")
