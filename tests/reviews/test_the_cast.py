"""The family and the places, under pseudonyms."""

HTMX = {"HX-Request": "true"}


def test_somebody_is_added_and_taken_out_again(leader, review):
    page = leader.post(f"/reviews/{review.id}/cast", data={"pseudonym": "Mother", "who": "the mother"}, headers=HTMX)
    assert "Mother" in page.text

    page = leader.post(f"/reviews/{review.id}/cast/{review.cast[-1].id}/removal", headers=HTMX)
    assert "Mother" not in page.text


def test_blank_and_second_pseudonyms_are_refused(leader, review):
    for pseudonym in ("", "baby", "x" * 201):
        assert leader.post(f"/reviews/{review.id}/cast", data={"pseudonym": pseudonym}, headers=HTMX).status_code == 422
    assert len(review.cast) == 1


def test_an_outsider_sees_and_changes_nothing(outsider, review):
    assert outsider.get(f"/reviews/{review.id}/cast").status_code == 403
    assert outsider.post(f"/reviews/{review.id}/cast", data={"pseudonym": "Aunt"}).status_code == 403
    assert len(review.cast) == 1
