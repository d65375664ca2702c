"""What belongs together is ticked and put together; both keep their words, and it can be taken apart exactly."""

import pytest

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.findings.models import Finding
from facilitator.patterns.asking import patterns_of
from facilitator.patterns.models import Pattern
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

PROOF, ALONE = "A call to refer becomes a talk about proof", "Each waits for the other to write it down"


@pytest.fixture
def two(told, name, leader, workshop):
    """P1 rests on S-001 (KPE 1), P2 on S-002 (KPE 2) and S-003 speaks against it. P2 is taken."""
    name(PROOF, category=["incidents"], episode=["1"], rests_on=["1"])
    name(ALONE, category=["tools"], episode=["2"], rests_on=["2"], against=["3"])
    leader.post(f"/w/{workshop.code}/patterns/2/taking")


@pytest.fixture
def put(leader, workshop):
    """put(pattern=["2"], into="1") → the answer after the facilitator put these together."""
    return lambda **form: leader.post(f"/w/{workshop.code}/patterns/together", data=form)


@pytest.fixture
def apart(leader, workshop, review):
    """apart(0) → the answer after the facilitator took the first merge apart."""

    def take(number=0):
        db.session.expire_all()
        return leader.post(f"/w/{workshop.code}/patterns/together/{review.pattern_merges[number].key}/undoing")

    return take


@pytest.fixture
def look(review):
    """look() → all that the group sees of the patterns that stand by themselves."""

    def read():
        db.session.expire_all()
        return {
            one.number_label: (
                one.title,
                one.kind,
                one.categories,
                [episode.number for episode in one.episodes],
                [words.number for words in one.rests_on],
                [words.number for words in one.against],
                one.taken_at,
            )
            for one in patterns_of(review)
        }

    return read


def test_into_one_there_is_all_of_both_is_there(two, put, look):
    put(pattern=["2"], into="1")

    [(label, seen)] = look().items()
    assert label == "P1"
    assert seen[:-1] == (PROOF, "unsafe", ["incidents", "tools"], [1, 2], [1, 2], [3])


def test_into_a_new_one_under_a_name_of_its_own(two, put, look):
    put(pattern=["1", "2"], title="Nobody writes first", kind="unsafe", category=["reasoning"])

    [(label, seen)] = look().items()
    assert (label, seen[0], seen[3:6]) == ("P3", "Nobody writes first", ([1, 2], [1, 2], [3]))


def test_statements_alone_make_a_pattern_and_join_one(told, put, look):
    put(statement=["1", "3"], title=PROOF, kind="unsafe")
    put(statement=["2"], into="1")

    assert look()["P1"][3:6] == ([1, 2], [1, 3, 2], [])


def test_taken_apart_everything_is_exactly_as_it_was(two, put, apart, look):
    before = look()

    put(pattern=["2"], statement=["3"], into="1")
    assert look() == before  # S-003 would speak for it and against it
    put(pattern=["2"], into="1")
    assert look() != before
    for _ in range(2):
        assert apart().status_code == 302

    assert look() == before


def test_a_new_one_goes_again_and_the_record_stays(two, put, apart, look, leader, workshop):
    before = look()
    put(pattern=["1", "2"], title="Nobody writes first", kind="unsafe")

    apart()

    assert look() == before
    page = leader.get(f"/w/{workshop.code}/patterns/together").text
    assert "by the facilitator: P1, P2, into P3. Taken apart at" in page
    assert leader.post(f"/w/{workshop.code}/patterns/3/taking").status_code == 422


def test_who_put_what_together_is_in_the_log(two, put, apart):
    put(pattern=["2"], statement=["2"], into="1")
    apart()

    lines = db.session.scalars(db.select(LogLine).order_by(LogLine.id)).all()[-2:]
    assert [(line.role, line.act) for line in lines] == [
        ("facilitator", "patterns put together"),
        ("facilitator", "patterns taken apart"),
    ]
    assert "P2, S-002" in lines[0].about


def test_the_words_of_both_stay_readable_everywhere(two, put, leader, workshop, hv, review, go_to):
    put(pattern=["2"], into="1")

    page = leader.get(f"/w/{workshop.code}/patterns").text
    assert "Came from P2:" in page and ALONE in page and "(S-002, S-003)" in page
    for seen in (leader.get(f"/w/{workshop.code}/wall").text, hv.get().text):
        assert PROOF in seen and f"“{ALONE}”" in seen
    report = Docx(write_report(review)).text
    assert f"Came from P2: “{ALONE}”. The facilitator put them together." in report
    assert "With P2 came: S-002, S-003." in report


def test_a_proposal_keeps_whose_it_was(told, name, put, hv, workshop, leader):
    name(PROOF)
    hv.post("/patterns/proposals", stage="09-patterns", common=ALONE, kind="unsafe")

    put(pattern=["2"], into="1")

    assert "Came from P2:" in (page := leader.get(f"/w/{workshop.code}/patterns").text)
    assert "Health visitor, Health visiting" in page


def test_its_own_words_taken_back_are_gone_from_it_too(told, name, put, hv, workshop, leader):
    name(PROOF)
    hv.post("/patterns/proposals", stage="09-patterns", common=ALONE, kind="unsafe")
    put(pattern=["2"], into="1")

    hv.post("/statements/5/withdrawal")

    assert ALONE not in leader.get(f"/w/{workshop.code}/patterns").text


def test_a_finding_drafted_from_it_rests_on_all_of_it(two, put, leader, workshop, review):
    put(pattern=["1"], into="2")
    leader.post(f"/w/{workshop.code}/findings")

    [finding] = db.session.scalars(db.select(Finding)).all()
    rests = {words.number for paragraph in finding.paragraphs for words in paragraph.rests_on}
    assert rests == {1, 2}


def test_a_draft_finding_of_a_part_goes_on(two, put, leader, workshop, review):
    leader.post(f"/w/{workshop.code}/findings")

    put(pattern=["2"], into="1")

    assert leader.get(f"/reviews/{review.id}/findings/1").status_code == 200
    report = Docx(write_report(review)).text
    assert f"From pattern P2: {ALONE}, now part of P1" in report


def final(review, number):
    pattern = db.session.scalar(db.select(Pattern).filter_by(number=number))
    db.session.add(Finding(review=review, number=1, pattern=pattern, state="final"))
    db.session.commit()


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Tick at least two things"),
        ({"pattern": ["1"]}, "Tick at least two things"),
        ({"into": "1"}, "Tick at least two things"),
        ({"pattern": ["1"], "into": "1"}, "P1 cannot be put together with itself"),
        ({"pattern": ["1", "7"], "into": "2"}, "no pattern with this number"),
        ({"statement": ["4"], "into": "1"}, "S-004 is not among the words this group has seen"),
        ({"pattern": ["1", "2"], "title": " ", "kind": "unsafe"}, "Give it a name in one line"),
        ({"pattern": ["1", "2"], "title": PROOF, "kind": "unsafe"}, "A pattern has this name already"),
        ({"pattern": ["1", "2"], "title": "New", "kind": "constructive"}, "What works opposite ways stays apart"),
        ({"pattern": ["1", "2"], "title": "New"}, "is unsafe, the other is not"),
        ({"statement": ["3"], "into": "2"}, "S-003 would speak for it and against it"),
    ],
)
def test_what_cannot_be_put_together_is_refused(two, put, look, form, sentence):
    before = look()

    answer = put(**form)

    assert answer.status_code in (404, 422)
    assert sentence in answer.text
    assert look() == before


@pytest.mark.parametrize("number", [1, 2])
def test_one_with_a_final_finding_stays_as_it_is(two, put, look, review, number):
    final(review, number)
    before = look()

    answer = put(pattern=["2"], into="1")

    assert f"Finding 1 rests on P{number} and is final" in answer.text
    assert look() == before


def test_a_part_is_left_as_it_is_until_taken_apart(two, put, name, leader, workshop):
    put(pattern=["2"], into="1")

    answers = [leader.post(f"/w/{workshop.code}/patterns/{act}") for act in ("2/taking", "2/removal", "1/removal")]
    answers += [name("Another", path="/2"), put(pattern=["2"], into="1"), put(pattern=["1"], into="2")]

    assert [answer.status_code for answer in answers] == [422] * 6
    assert "P2 is part of P1" in answers[0].text
    assert "Others were put together into P1" in answers[2].text


def test_one_made_for_it_stays_once_a_finding_rests_on_it(two, put, apart, leader, workshop, look):
    put(pattern=["1", "2"], title="Nobody writes first", kind="unsafe")
    leader.post(f"/w/{workshop.code}/patterns/3/taking")
    leader.post(f"/w/{workshop.code}/findings")

    assert "Finding 1 rests on P3, so it stays together." in apart().text
    assert list(look()) == ["P3"]


def test_one_made_for_it_stays_while_more_was_put_to_it(two, put, apart, look, name):
    put(pattern=["1", "2"], title="Nobody writes first", kind="unsafe")
    name("The form has no place for it")
    put(pattern=["4"], into="3")

    assert "More was put to P3 since. Take that apart first." in apart(0).text
    assert list(look()) == ["P3"]
    apart(1)
    apart(0)
    assert list(look()) == ["P1", "P2", "P4"]


def test_the_whole_room_hears_of_it_and_twice_is_once(two, put, wall, review):
    wall.heard()

    put(statement=["2"], into="1")
    put(statement=["2"], into="1")

    assert wall.heard() == ["patterns-changed"]
    assert len(review.pattern_merges) == 1


def test_a_phone_can_do_none_of_it(two, hv, workshop, look):
    before = look()

    hv.client.post(f"/w/{workshop.code}/patterns/together", data={"pattern": ["2"], "into": "1"})

    assert look() == before
