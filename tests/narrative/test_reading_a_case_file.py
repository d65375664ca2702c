"""Reading a case file: everything of the form, and a line with a remedy for everything else."""

from pathlib import Path

import pytest

from facilitator.narrative.case.file import MalformedCase, read_case
from facilitator.refusal import Refused

SMALL = Path(__file__).with_name("small_case.yaml")
TEXT = SMALL.read_text(encoding="utf-8")


def test_everything_in_it_is_read():
    case = read_case(SMALL)

    assert (case.review.title, case.review.period) == ("A letter in a tray", "2019-03-01/2019-03-20")
    assert [agency.name for agency in case.agencies] == ["GP practice", "Referral hub"]
    assert [entry.when for entry in case.narrative] == ["2019-03-11", "2019-03~"]
    assert case.corrections[0].dispute == "It never came."
    assert case.corrections[1].add.key == "n3"
    assert case.episodes[0].influences[0].weight == 3
    assert case.episodes[0].appraisal == {"gp": "mixed", "worker": "cannot-say"}
    assert case.patterns[0].rests_on == ("gp.tray.going-on", "worker.tray.else")
    assert case.findings[0].questions[0].kind == "hard-choice"


def test_text_is_kept_exactly():
    case = read_case(SMALL)

    assert case.narrative[1].text == 'It lay in a tray.\n"Urgent" & <unread> 🙂'
    assert case.episodes[0].accounts["gp"]["feeling"] == "No"


def test_text_and_bytes_are_read_too():
    assert read_case(TEXT) == read_case(SMALL) == read_case(b"\xef\xbb\xbf" + TEXT.encode())


def test_what_is_optional_may_be_missing_or_empty():
    text = TEXT[: TEXT.index("corrections:")] + "corrections:\nepisodes: []\n"

    case = read_case(text)

    assert (case.corrections, case.episodes, case.patterns, case.findings) == ((), (), (), ())


def changed(old, new):
    """The small case with one change, and the line in which the change begins."""
    assert TEXT.count(old) == 1, f"{old!r} must stand in the small case once"
    return TEXT.replace(old, new), TEXT[: TEXT.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("title: A letter in a tray", "titel: A letter in a tray", "Did you mean `title`?"),
        ("title: A letter in a tray", "made_up_too: yes", "not known here"),
        ("title: A letter in a tray", "title:", "This is empty"),
        ("title: A letter in a tray", "title: [A letter]", "Text belongs here"),
        ("period: 2019-03-01/2019-03-20", "period: spring", "12 March 2019"),
        ("{key: gp, name: GP practice}", "{key: gp}", "`name` missing here"),
        ("{key: gp, name: GP practice}", "{key: g p, name: GP practice}", "cannot be a key"),
        ("{key: hub, name: Referral hub}", "{key: hub, name: gp practice}", "in line 10 already"),
        ("{key: hub, name: Referral hub}", "just words", "`key: value`"),
        ("agency: gp, role: GP}", "agency: gpp, role: GP}", "Did you mean `gp`?"),
        ("{key: worker, agency", "{key: gp, agency", "in line 13 already"),
        ("when: 2019-03-11, agency", "when: 2019-02-30, agency", "not in the calendar"),
        ("when: 2019-03~", "when: 2019-03-05/2019-03-01", "ends before it begins"),
        ("source: record,", "source: hearsay,", "record, recollection, second-hand, inference"),
        ("entry: n1, dispute", "entry: n9, dispute", "There is no entry `n9`"),
        ("entry: n1, dispute: \"It never came.\"", "entry: n1", "`entry` with `dispute`, or `add`"),
        ("kind: omission", "kind: mistake", "action, omission, sequence"),
        ("why: Nobody knew", "why: it was: Nobody knew", "YAML cannot read this"),
        ("entries: [n2, n3]", "entries: [n2, n2]", "twice"),
        ("entries: [n2, n3]", "entries: n2", "A list belongs here"),
        ("entries: [n2, n3]", "entries: [[n2], n3]", "Text belongs here"),
        ("going-on: \"I", "going_on: \"I", "going-on, information"),
        ("going-on: \"I thought", "going-on: \"\" # \"I thought", "This is empty"),
        ("factor: conditions", "factor: weather", "family, personal"),
        ("weight: 3", "weight: 4", "1, 2, 3"),
        ("weight: 3", "weight: many", "1, 2, 3"),
        ("appraisal: {gp: mixed", "appraisal: {gp: bad", "good, mixed"),
        ("usual: {worker: often}", "usual: {nobody: often}", "There is no participant `nobody`"),
        ("usual: {worker: often}", "usual: {worker: often, worker: rarely}", "already"),
        ("categories: [tools, incidents]", "categories: []", "At least 1"),
        ("rests_on: [gp.tray.going-on", "rests_on: [gp.tray.hoping", "There is no account `gp.tray.hoping`"),
        ("episodes: [tray]", "episodes: [trya]", "Did you mean `tray`?"),
        ("- pattern: trays", "- pattern: boxes", "There is no pattern `boxes`"),
        ("kind: hard-choice", "kind: easy", "clear-fix"),
        ("cast:", "cast: !!python/object:os.system", "Tags such as"),
        ("cast:", "\tcast:", "YAML cannot read this"),
        ("who: the child", "who: the\x07child", "control sign"),
        ("{pseudonym: Baby, who: the child}", "*them", "Aliases"),
    ],
)  # fmt: skip
def test_a_malformed_file_is_refused_with_its_line_and_a_remedy(old, new, remedy):
    text, line = changed(old, new)

    with pytest.raises(MalformedCase) as refused:
        read_case(text, "small.yaml")

    assert f"small.yaml, line {line}: " in refused.value.sentence
    assert remedy in refused.value.sentence


def test_everything_wrong_is_told_in_order():
    text, first = changed("source: record,", "source: hearsay,")
    text = text.replace("weight: 3", "weight: 9")

    with pytest.raises(MalformedCase) as refused:
        read_case(text, "small.yaml")

    assert [fault.split(": ")[0] for fault in refused.value.faults] == [
        f"small.yaml, line {first}",
        "small.yaml, line 46",
    ]
    assert "(And 1 more in this file.)" in refused.value.sentence


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"# nothing\n", 1),
        (b"- a\n- b\n", 1),
        (b"review:\n  title: caf\xe9\n", 2),
        (b"\xff\xfea\x00", 1),
        (b"review:\n  title: A\n---\nmore: 1\n", 3),
        (b"a: " + b"[" * 5000, 1),
        (b"review: {title: 'never closed\n\n\n", 1),
        (b"a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2),
    ],
)
def test_what_is_no_case_file_at_all_is_refused_with_a_line_too(content, line):
    with pytest.raises(MalformedCase) as refused:
        read_case(content, "odd.yaml")

    assert f"odd.yaml, line {line}" in refused.value.sentence or f"begins in line {line}" in refused.value.sentence


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(Refused, match="5 MB"):
        read_case(b"#" * (5 * 1024 * 1024 + 1))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="cannot be read"):
        read_case(tmp_path / "nowhere.yaml")
