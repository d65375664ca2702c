"""Every word people read on phone and wall is plain: reading age about 11, at most 20 words a sentence. (screens.md)"""

import re

import frontmatter
import pytest
import yaml

from facilitator.config import shipped_prompts

LONGEST_SENTENCE = 20  # words
READING_GRADE = 6  # of the automated readability index: about eleven years old
FILES = sorted(shipped_prompts().glob("**/*.md"))
STAGES = [file for file in FILES if file.name[0].isdigit()]
FOR_EVERYONE = [file for file in FILES if file.name in ("notice.md", "who-to-speak-to.md")]


def named(file):
    return str(file.relative_to(shipped_prompts()))


def for_people(file):
    """What a file puts on phone and wall, as text: its questions, and all but the facilitator's part."""
    matter, body = frontmatter.parse(file.read_text(encoding="utf-8"))
    asked = [
        words
        for question in matter.get("questions", [])
        for words in (question["ask"], question.get("hint", ""), *question.get("choices", {}).values())
    ]
    return "\n".join([*asked, re.sub(r"^# Facilitator$.*", "", body, flags=re.MULTILINE | re.DOTALL)])


def sentences(text):
    lines = [re.sub(r"^\s*([-#]+|\d+\.)\s+", "", line).replace("*", "") for line in text.splitlines()]
    return [part for line in lines for part in re.split(r"(?<=[.?!:;])[”’]?\s+", line) if re.search(r"\w", part)]


def words(sentence):
    return re.findall(r"[A-Za-z0-9][\w’'-]*", sentence)


def reading_grade(text):
    """The automated readability index (Senter and Smith, 1967): a school grade."""
    told = [words(sentence) for sentence in sentences(text)]
    count = sum(map(len, told))
    return 4.71 * sum(len(word) for sentence in told for word in sentence) / count + 0.5 * count / len(told) - 21.43


@pytest.mark.parametrize("file", STAGES + FOR_EVERYONE, ids=named)
def test_no_sentence_on_phone_or_wall_is_long(file):
    assert [one for one in sentences(for_people(file)) if len(words(one)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("file", STAGES + FOR_EVERYONE, ids=named)
def test_an_eleven_year_old_could_read_it(file):
    assert reading_grade(for_people(file)) <= READING_GRADE


def test_the_measure_can_tell_plain_from_not():
    plain = "What did you see? Write it down. You can change it later."
    not_plain = "Practitioners are respectfully requested to contemplate interdisciplinary communication arrangements."

    assert reading_grade(plain) <= READING_GRADE < reading_grade(not_plain)


@pytest.mark.parametrize("file", sorted(shipped_prompts().glob("**/*.yaml")), ids=named)
def test_every_list_we_ship_can_be_read(file):
    assert yaml.safe_load(file.read_text(encoding="utf-8"))


def test_no_file_of_the_prompts_is_left_out_of_these_tests():
    known = {*STAGES, *FOR_EVERYONE, *(file for file in FILES if file.name in ("script.md", "README.md"))}

    assert set(FILES) == known


@pytest.mark.parametrize("name", ["briefing.yaml", "receipt.yaml"])
def test_what_is_printed_for_teams_and_for_people_is_plain(name):
    asked = yaml.safe_load((shipped_prompts() / name).read_text(encoding="utf-8"))
    text = "\n".join(part for one in asked for part in one.values())

    assert reading_grade(text) <= READING_GRADE
    assert [one for one in sentences(text) if len(words(one)) > LONGEST_SENTENCE] == []
