from facilitator.findings import thin

ASK = "Would it happen again with other people in the same chairs?"


def test_a_finding_is_open_until_somebody_says_which_it_is(desk, finding, fresh):
    assert finding.scope is None
    assert ASK in desk().text

    desk("/scope", scope="systems")

    [kept] = fresh(type(finding))
    assert kept.scope == "systems"
    assert ASK not in desk().text


def test_a_case_finding_keeps_asking_for_the_move(desk):
    desk("/scope", scope="case")

    assert ASK in desk().text
    assert 'value="case" selected' in desk().text


def test_what_is_neither_is_refused(desk, fresh, finding):
    assert desk("/scope", scope="culprit").status_code == 422
    assert [one.scope for one in fresh(type(finding))] == [None]


def test_an_outsider_is_shut_out(outsider, finding, review, fresh):
    outsider.post(f"/reviews/{review.id}/findings/1/scope", data={"scope": "case"})

    assert [one.scope for one in fresh(type(finding))] == [None]


def test_twice_is_once(desk, finding, wall):
    desk("/scope", scope="case")
    assert wall.heard() == ["findings-changed"]

    desk("/scope", scope="case")

    assert wall.heard() == []


def test_a_systems_finding_without_its_reason_is_told_so(desk, finding, write, fresh):
    for paragraph in finding.answer("how-we-know"):
        desk(f"/paragraphs/{paragraph.id}", text=" ", based_on=1)
    desk("/scope", scope="systems")

    assert thin.ONLY_THIS_CASE in desk().text


def test_a_heading_of_several_sentences_is_pointed_out(desk, finding):
    [issue] = finding.answer("issue")
    assert thin.ONE_SENTENCE not in desk().text

    desk(f"/paragraphs/{issue.id}", text="A call is a debate. Then nobody writes it down.", based_on=1)

    assert thin.ONE_SENTENCE in desk().text
