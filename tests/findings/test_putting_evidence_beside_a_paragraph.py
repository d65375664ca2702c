def sides(paragraph):
    return [one.number for one in paragraph.rests_on], [one.number for one in paragraph.against]


def test_a_statement_can_be_put_beside_it_moved_and_taken_away(desk, paragraph, paragraphs):
    path = f"/paragraphs/{paragraph.id}/evidence"
    seen = []
    for address, form in [(path, {"statement": "S-003", "side": "for"}), (path, {"statement": "3", "side": "against"}),
                          (f"{path}/removal", {"statement": "3"})]:  # fmt: skip
        assert desk(address, **form).status_code == 302
        seen.append(sides(next(one for one in paragraphs() if one.id == paragraph.id)))

    assert seen == [([1, 3], []), ([1], [3]), ([1], [])]


def test_twice_is_once(desk, paragraph, wall):
    path = f"/paragraphs/{paragraph.id}/evidence"
    desk(path, statement="3", side="for")
    wall.heard()

    desk(path, statement="3", side="for")
    desk(f"{path}/removal", statement="99")

    assert wall.heard() == []


def test_what_is_no_statement_or_no_side_is_refused(desk, paragraph):
    path = f"/paragraphs/{paragraph.id}/evidence"

    answers = [desk(path, statement="S-404", side="for"), desk(path, statement="me", side="for")]
    answers.append(desk(path, statement="3", side="both"))

    assert [answer.status_code for answer in answers] == [422, 422, 422]


def test_an_outsider_is_shut_out(finding, paragraph, outsider, review, paragraphs):
    address = f"/reviews/{review.id}/findings/1/paragraphs/{paragraph.id}/evidence"

    outsider.post(address, data={"statement": "3", "side": "for"})

    assert sides(next(one for one in paragraphs() if one.id == paragraph.id)) == ([1], [])


def test_from_a_paragraph_to_the_words_in_context_and_back(desk, leader, review, paragraph):
    words = leader.get(f"/reviews/{review.id}/statements").text

    assert f"/reviews/{review.id}/statements#S-001" in desk().text
    assert 'id="S-001"' in words and "An ordinary visit." in words
    assert f"/reviews/{review.id}/findings/1#p-{paragraph.id}" in words


def test_words_that_were_not_revealed_are_counted_and_not_shown(finding, hv, go_to, leader, review, episodes):
    go_to("06-factors", 0)
    factor = {"factor": "conditions", "item": "The form", "effect": "hindered", "weight": "2"}
    hv.post("/influences", stage="06-factors", episode=episodes[0].id, how="Nobody has seen this.", **factor)

    page = leader.get(f"/reviews/{review.id}/statements").text

    assert "1 more is kept and not shown here" in page
    assert "Nobody has seen this." not in page
