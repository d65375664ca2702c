"""The shipped list of factors, and a facilitator's own."""

import pytest

from facilitator.factors.framework import fault, framework
from facilitator.factors.framework_file import read_framework

OTHER = "- {key: other, level: other, name: Other, items: []}\n"
RIGHT = '- {key: weather, level: national, name: The weather, items: [{text: "snow", published: false}]}\n'


@pytest.fixture
def own(app):
    def write(text):
        (app.extensions["config"].data / "factors.yaml").write_text(text, encoding="utf-8")

    return write


def test_the_shipped_one_has_nine_types_at_four_levels(review):
    assert fault(review) is None
    assert len(framework(review)) == 9
    assert {one.level for one in framework(review).values()} == {"front-line", "local-strategic", "national", "other"}
    assert framework(review)["conditions"].items["workload"] is True


def test_a_facilitators_own_wins(own, review):
    own(RIGHT + OTHER)

    assert list(framework(review)) == ["weather", "other"]


def test_it_is_read_again_after_a_change(own, app, review):
    own(RIGHT + OTHER)
    framework(review)
    (app.extensions["config"].data / "factors.yaml").unlink()

    assert "conditions" in framework(review)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {key: [", "line 1: This is not YAML"),
        ("just words", "line 1: Begin each type"),
        (OTHER + "- {level: national, name: X}\n", "line 2: Give this type a `key:`"),
        (OTHER + "- seven\n", "line 2: Give this type a `key:`"),
        (OTHER + "- {key: a, level: cosmic, name: X}\n", "line 2: Give “a” a `level:`"),
        (OTHER + "- {key: 'a:b', level: national, name: X}\n", "line 2: A key is one plain word"),
        (OTHER + "- {key: a, level: national, name: X, items: [IT]}\n", "line 2: Each item of “a”"),
        (OTHER + "- {key: a, level: national, name: X, items: 7}\n", "line 2: Each item of “a”"),
        (
            OTHER + "- {key: a, level: national, layer: cosmic, name: X}\n",
            "line 2: “a” has an unknown `layer:`. Use one",
        ),
        (OTHER + "- {key: a, level: national, layer: [], name: X}\n", "line 2: “a” has an unknown `layer:`"),
        (
            OTHER + "- {key: a, level: national, name: X, items: [{text: b, published: true, layer: cosmic}]}\n",
            "line 2: “a” has an unknown `layer:`",
        ),
        (OTHER + OTHER, "line 2: There are two types"),
        (RIGHT, "line 1: Keep the type with the key “other”"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_ours_is_used_meanwhile(own, review, text, said):
    own(text)

    assert said in fault(review)
    assert "conditions" in framework(review)


def test_every_shipped_group_says_its_layer(review):
    layers = {key: one.layer for key, one in framework(review).items()}

    assert layers["family"] == "task" and layers["own-team"] == "team" and layers["inter-agency"] == "between"
    assert layers["organisation"] == "agency" and layers["national"] == "national" and layers["other"] == "other"


def test_a_file_without_layers_still_reads_and_they_follow_from_the_level(own, review):
    given = {"own-team": "front-line", "inter-agency": "front-line", "rota": "front-line", "board": "local-strategic"}
    groups = "".join(f"- {{key: {key}, level: {level}, name: X, items: []}}\n" for key, level in given.items())
    own(groups + RIGHT + OTHER)

    layers = [one.layer for one in framework(review).values()]

    assert fault(review) is None
    assert layers == ["team", "between", "task", "agency", "national", "other"]


def test_an_item_may_lie_in_another_layer_than_its_group(own, review):
    own('- {key: a, level: national, name: X, items: [{text: "snow", published: false, layer: team}]}\n' + OTHER)

    assert framework(review)["a"].layer_of("snow") == "team"
    assert framework(review)["a"].layer_of("in our own words") == "national"


def test_a_file_that_is_no_text_is_told_too(tmp_path):
    (tmp_path / "factors.yaml").write_bytes(b"\xff\xfe")

    types, said = read_framework(tmp_path / "factors.yaml", 1)

    assert types is None and "UTF-8" in said
