"""The phone points things out while somebody types: after a pause, under the field, without touching it."""

from pathlib import Path

import pytest
import yaml
from people import PHONE, a_room_at, axe_finds_nothing, join
from playwright.sync_api import expect

from facilitator.config import shipped_prompts
from facilitator.hints.shapes import read

pytestmark = pytest.mark.browser

PLAIN = Path(__file__).parents[1] / "hints" / "plain_sentences.yaml"
TOLD = """write to mum.k@example.org.uk please|NHS 943 476 5919|0161 496 0123|rang 07700900123 twice|(0161) 496 0456
+44 (0)161 496 0123|M25 3AB|m253ab|SW1A 1AA|room A1 2nd floor|born 3/4/2015|DOB: 03.04.15|dob 03042015
3 April is his birthday|3rd April 2015|2015-04-03|April 3rd, 2015|12-Mar-2015|Dr Okafor rang|PC O’Brien said
with mrs Smith|Auntie Bev|Nurse Ní Bhroin|Rosewood Primary School|at the Elm Academy|St Brigid’s|Elm Tree Surgery rang
14 Rosewood Close|in Elm Tree Road|12b Elm St"""
TOLD = TOLD.replace("\n", "|").split("|")
FIND = """([kinds, texts]) => texts.map((text) => kinds.flatMap(([source, flags]) =>
  [...text.matchAll(new RegExp(source, flags))].map((match) => match[0])))"""
ON_PAGE = "field => [field.offsetTop, field.offsetLeft, field.offsetHeight, field.offsetWidth]"
WORDS = "Dr Okafor should have rung 0161 496 0123"


@pytest.fixture
def phone(screen):
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    return phone


def test_hints_stand_under_the_field_and_touch_nothing(phone):
    sent = []
    field = phone.get_by_label("What did you think was going on?")
    field.click()
    hints = phone.locator("#text-hints")
    expect(hints).to_have_attribute("aria-live", "polite")
    phone.on("request", lambda request: sent.append(request.method) if request.method != "GET" else None)
    # Before it is connected the bar at the top says so in two lines.
    expect(phone.get_by_text("Connected", exact=True)).to_be_visible()
    before = field.evaluate(ON_PAGE)

    field.press_sequentially(WORDS)
    field.evaluate("field => field.setSelectionRange(3, 9)")

    expect(hints.get_by_text("“Dr Okafor”: This looks like a person’s name.")).to_be_visible()
    expect(hints.get_by_text("“0161 496 0123”: This looks like a telephone number.")).to_be_visible()
    expect(hints.get_by_text("“should have”: It measures people against what is known now.")).to_be_visible()
    state = "field => [field.value, field.selectionStart, field.selectionEnd, document.activeElement === field]"
    assert field.evaluate(state) == [WORDS, 3, 9, True]
    assert field.evaluate(ON_PAGE) == before
    assert sent == []
    axe_finds_nothing(phone)


def test_they_go_when_the_words_go(phone):
    field = phone.get_by_label("What did you think was going on?")
    field.press_sequentially(WORDS)
    expect(phone.locator("#text-hints p")).to_have_count(3)

    field.fill("It was a busy day.")

    expect(phone.locator("#text-hints p")).to_have_count(0)


def test_the_browser_reads_every_pattern_as_the_program_does(phone):
    texts = [*yaml.safe_load(PLAIN.read_text(encoding="utf-8")), *TOLD]
    kinds = read((shipped_prompts() / "names.yaml").read_text(encoding="utf-8")).looks
    ours = [[match[0] for _, looks in kinds for match in looks.finditer(text)] for text in texts]
    asked = [[kind.pattern, "gi" if kind.any_case else "g"] for kind, _ in kinds]

    theirs = phone.evaluate(FIND, [asked, texts])

    assert theirs == ours
    assert sum(map(len, ours)) > 30
