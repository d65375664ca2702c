"""The two lists a facilitator may edit: a mistake is told with file, line and remedy, and ours goes on working."""

import pytest

from facilitator.hints import files, shapes, wordings
from facilitator.hints.shapes import find_shapes
from facilitator.hints.wordings import find_hints

FAULTS = [
    ("- kind: [", "line 1: This is not YAML"),
    ("kind: phone", "line 1: Begin each item with a dash"),
    ("- kind: phone\n  says: A number.\n- kind: fax\n  says: x", "line 3: “fax” is no kind. Take one of: email"),
    ("- kind: phone\n  says: A number.\n- kind: phone\n  says: x", "line 3: The kind “phone” is there twice."),
    ("- kind: phone", "line 1: Give it `says:`"),
    ("- kind: school\n  says: A school.", "line 1: Give it `words:`"),
    ("- kind: ordinary\n  words: [On, Grace]", "line 1: Give it `words:`"),
    ("- phone", "line 1: Give each item its names"),
]


@pytest.mark.parametrize(("text", "sentence"), FAULTS)
def test_a_mistake_is_told_with_line_and_remedy(text, sentence):
    with pytest.raises(files.Faulty) as told:
        shapes.read(text)

    assert str(told.value).startswith(sentence)


def test_a_list_of_ones_own_wins(app):
    config = app.extensions["config"]
    (config.data / "names.yaml").write_text('- kind: school\n  says: A school.\n  words: ["Skool"]\n')
    (config.data / "hints.yaml").write_text('- words: ["daft"]\n  says: It judges.\n')

    assert [found.words for found in find_shapes("At the Elm Skool, ring 0161 496 0123.")] == ["Elm Skool"]
    assert [found.words for found in find_hints("It was daft and clearly wrong.")] == ["daft"]


def test_a_faulty_list_of_ones_own_is_told_and_ours_is_read(app):
    (app.extensions["config"].data / "names.yaml").write_text("- kind: fax\n  says: x\n")

    assert shapes.fault().startswith("names.yaml, line 1: “fax” is no kind.")
    assert [found.kind for found in find_shapes("ring 0161 496 0123")] == ["phone"]


def test_our_lists_have_no_fault(app):
    assert wordings.fault() is None
    assert shapes.fault() is None
    assert {kind.name for kind in shapes.lists().kinds} == set(shapes.KINDS)
