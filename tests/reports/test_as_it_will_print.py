"""The report as it will print, beside the desk: what is read there is what Word prints, word for word."""

import pytest
from hostile_words import OUT_OF_ANYTHING
from lxml import html

from facilitator.db import db
from facilitator.findings.models import Paragraph
from facilitator.reports.manuscript import Manuscript
from facilitator.reports.paper import as_page
from facilitator.reports.places import Place
from facilitator.reports.word import write_report
from facilitator.reports.word_page import blank_document
from facilitator.reports.word_parts import run
from facilitator.workshops.models import Reveal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPHS = "//*[@class='paper']//*[self::p or self::h2 or self::h3 or self::h4]"


@pytest.fixture
def preview(leader, told):
    """preview("/findings/1") → the page under that address, as parsed HTML."""

    def look(path="", **headers):
        answer = leader.get(f"/reviews/{told.id}/preview{path}", headers=headers)
        assert answer.status_code == 200, answer.text
        return html.document_fromstring(answer.text)

    return look


def lines(page):
    """What each paragraph and heading on the paper says, from top to bottom, its line ends and tabs kept."""
    return said([text_of(one) for one in page.xpath(PARAGRAPHS)])


def text_of(one):
    return "".join(node if isinstance(node, str) else "\n" for node in one.xpath(".//text() | .//br"))


def said(texts):
    """Without those that say nothing: Word needs them as gaps between tables."""
    return [text for text in texts if text.strip()]


def of_class(page, name):
    return [text_of(one) for one in page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")]


def sign_of(run):
    """The character style of a run."""
    mark = run.find(f"{W}rPr/{W}rStyle")
    return None if mark is None else mark.get(f"{W}val")


def test_every_sentence_is_that_of_the_word_file_in_the_same_order(told, preview, read_word):
    """Seen to fail without put_br or put_tab, and when draw_row passed over a cell."""
    printed = read_word(write_report(told)).paragraphs()

    shown = lines(preview())

    assert shown == said(printed)
    assert len(shown) > 150


def test_a_finding_beside_the_desk_is_what_stands_under_its_heading_in_the_word_file(told, preview, read_word):
    report = read_word(write_report(told))
    every = report.paragraphs()
    first = every.index("Finding 1: A call becomes a debate.")
    last = next(number for number, text in enumerate(every) if number > first and text.startswith("D What"))

    shown = lines(preview("/findings/1"))

    assert shown == said(every[first:last])
    assert "Not yet established." in shown
    assert any(line.startswith("Rests on: S-") for line in shown)
    assert "The board’s answer" in shown and any("The hub asks twice." in line for line in shown)


def test_every_place_that_word_can_be_led_to_is_on_the_page_and_every_link_leads_to_one(told, preview, read_word):
    report, page = read_word(write_report(told)), preview()

    ids = page.xpath("//*[@class='paper']//@id")

    assert sorted(ids) == sorted(report.bookmarks)
    assert {f"#{anchor}" for anchor in report.anchors} == set(page.xpath("//*[@class='paper']//a/@href"))


def test_two_places_in_one_paragraph_can_both_be_led_to():
    """Seen to fail when the second took the id of the first."""
    report = Manuscript(blank_document("", ""), standing=None)
    report.say(*report.marked(Place("a", "A"), run("one ")), *report.marked(Place("b", "B"), run("two")))

    page = html.fromstring(as_page(report.elements))

    assert page.xpath("//@id") == ["a", "b"]
    assert page.text_content() == "one two"


def test_beside_the_desk_a_number_leads_to_the_statement_at_the_desk(told, preview):
    links = set(preview("/findings/1").xpath("//*[@class='paper']//a/@href"))

    assert f"/reviews/{told.id}/statements#S-003" in links
    assert f"/reviews/{told.id}/preview#KPE_1" in links


def test_a_number_that_is_not_at_the_desk_leads_to_the_schedule(told, preview):
    """Words that are not revealed have no place at the desk, and no words in the schedule either."""
    db.session.execute(db.delete(Reveal))
    db.session.commit()

    page = preview("/findings/1")

    assert f"/reviews/{told.id}/preview#S_3" in page.xpath("//*[@class='paper']//a/@href")
    assert "A referral, I thought." not in preview().text_content()


def test_words_of_people_are_in_serif_where_word_sets_them_in_serif(told, preview, read_word):
    report = read_word(write_report(told))
    serif = [text for style in ("Words", "ScheduleWords", "TableWords") for text in report.paragraphs(style)]
    inline = ["".join(one.itertext()) for one in report.body.iter(f"{W}r") if sign_of(one) == "WordsInline"]

    assert sorted(said(of_class(preview(), "words"))) == sorted(said([*serif, *inline]))


def test_tables_keep_their_heads_titles_and_edges(told, preview):
    page = preview()

    heads = page.xpath("//caption[starts-with(., 'Lanes by agency')]/..//thead//th/@scope")
    assert set(heads) <= {"col", "colgroup"} and heads
    assert page.xpath("//td[contains(@class, 'top-dotted') and contains(@class, 'shaded')]"), "the band of an episode"


def test_what_somebody_typed_stays_text(told, preview):
    """Seen to fail when add_text put text in as markup."""
    for paragraph in db.session.scalars(db.select(Paragraph)):
        paragraph.text = OUT_OF_ANYTHING
    db.session.commit()

    for page in (preview(), preview("/findings/1")):
        assert not page.xpath("//*[@class='paper']//img | //*[@class='paper']//script | //*[@style]")
        assert any("<img src=x" in line for line in lines(page))


def test_the_page_says_that_nothing_leaves_by_it(preview):
    assert "Nothing for publication leaves by this page" in preview().text_content()
    assert "nothing leaves by it" in preview("/findings/1", **{"HX-Request": "true"}).text_content()


def test_a_review_with_nothing_in_it_says_so(leader, review):
    said = leader.get(f"/reviews/{review.id}/preview").text

    assert "No finding has been drafted yet." in said


def test_a_finding_that_is_not_there_is_refused(leader, told):
    assert leader.get(f"/reviews/{told.id}/preview/findings/7").status_code == 404


def test_keeping_a_paragraph_tells_the_page_to_draw_the_preview_again(leader, told):
    paragraph = told.findings[0].paragraphs[1]
    address = f"/reviews/{told.id}/findings/1/paragraphs/{paragraph.id}"

    answer = leader.post(address, data={"text": "Nobody rang.", "based_on": 1}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Trigger"] == "written"
    again = html.document_fromstring(leader.get(f"/reviews/{told.id}/preview/findings/1").text)
    assert "1.1\tNobody rang." in lines(again)
