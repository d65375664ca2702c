"""htmx puts a refusal into #refusal: a page that posts with htmx and has none would swallow it."""

import pytest

PAGES = [
    "/reviews/new",
    "/reviews/{review}/purpose",
    "/reviews/{review}/agencies",
    "/reviews/{review}/cast",
    "/reviews/{review}/narrative",
    "/reviews/{review}/narrative/1",
    "/reviews/{review}/findings",
    "/reviews/{review}/statements",
    "/reviews/{review}/questions",
    "/reviews/{review}/report",
    "/reviews/{review}/workshops/new",
    "/w/{code}/console",
    "/w/{code}/patterns",
    "/w/{code}/held",
    "/w/{code}/episodes/more",
    "/w/{code}/board-questions/own",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_posts_with_htmx_has_one_place_for_a_refusal(leader, review, workshop, address):
    page = leader.get(address.format(review=review.id, code=workshop.code))

    assert page.status_code == 200
    if "hx-post" in page.text or "hx-boost" in page.text:
        assert page.text.count('id="refusal" role="alert"') == 1


def test_the_styleguide_is_only_there_in_development(monkeypatch):
    from facilitator.config import Config
    from facilitator.styleguide import is_wanted

    monkeypatch.delenv("FACILITATOR_STYLEGUIDE", raising=False)

    assert is_wanted(Config(testing=True))
    assert not is_wanted(Config())
