"""The report as it will print, to be read beside the desk. It is a page: nothing for publication leaves by it.

Who edits findings may see it. It holds what the Word report holds and nothing else, because it is the Word report:
the same chapters write the same elements, and paper.py draws them. (screens.md, Desk)
"""

from flask import Blueprint, render_template, request, url_for

from facilitator.findings.document import hrefs
from facilitator.findings.testing import find_finding
from facilitator.reviews.finding import find_review

bp = Blueprint("preview", __name__, url_prefix="/reviews/<int:review_id>/preview")

EDIT = "edit findings"


@bp.get("")
def whole(review_id):
    review = find_review(review_id, EDIT)
    return render_template("preview/whole.html", review=review, paper=whole_report(review))


@bp.get("/findings/<int:number>")
def finding(review_id, number):
    """One finding: a part of the desk for a page with scripts, else a page of its own."""
    finding = find_finding(find_review(review_id, EDIT), number)
    name = "preview/_finding.html" if request.headers.get("HX-Request") else "preview/finding.html"
    return render_template(name, review=finding.review, finding=finding, paper=one_finding(finding))


def whole_report(review):
    """The whole report as HTML; its links lead to places in it."""
    # Here and not above: the Word library is slow to load, and every start would wait for it.
    from facilitator.reports.paper import as_page
    from facilitator.reports.word import written

    return as_page(written(review).elements)


def one_finding(finding):
    """One finding of the report as HTML. A statement's number leads to the statement at the desk."""
    from facilitator.reports.paper import anchors_in, as_page
    from facilitator.reports.word import written_finding

    elements = written_finding(finding).elements
    here, at_desk = anchors_in(elements), hrefs(finding.review)
    report = url_for("preview.whole", review_id=finding.review_id)

    def href(anchor):
        if anchor in here:
            return f"#{anchor}"
        shown = at_desk(int(anchor[2:])) if anchor.startswith("S_") else None
        return shown or f"{report}#{anchor}"

    return as_page(elements, href)
