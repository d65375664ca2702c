"""A review is held in a setting: its factors, its patterns and its words are data."""

import shutil

import pytest

from facilitator.config import shipped_prompts
from facilitator.db import db
from facilitator.factors.framework import framework
from facilitator.findings.models import question
from facilitator.patterns.categories import categories
from facilitator.refusal import Refused
from facilitator.reviews.actions import begin_review
from facilitator.reviews.settings import faults, settings


@pytest.fixture
def own(app):
    """A facilitator's own setting: the folder of the adults' one, copied into the data folder."""
    folder = app.extensions["config"].data / "settings" / "housing"
    shutil.copytree(shipped_prompts() / "settings" / "adults", folder)
    return folder


def test_adults_have_factors_and_patterns_of_their_own(app):
    review = begin_review("A man alone", setting="adults")

    assert "who holds the enquiry, and who thinks they do" in framework(review)["inter-agency"].items
    assert categories(review)["family-professional"].name == "People, carers and professionals"
    assert "adults with care and support needs" in question("means", review)


def test_children_are_what_a_review_begins_with(review):
    assert "family dynamics" in framework(review)["family"].items
    assert "how reliably children are protected" in question("means", review)


def test_a_setting_nobody_knows_is_refused(app):
    with pytest.raises(Refused, match="choose one of the settings"):
        begin_review("A review", setting="lighthouses")


def test_the_script_of_the_setting_is_offered_first(leader, review):
    review.setting = "adults"
    db.session.commit()

    page = leader.get(f"/reviews/{review.id}/workshops/new").text

    assert page.index("The focused day, about an adult") < page.index('value="focused-day"')


def test_it_is_chosen_with_the_purpose(leader, review):
    leader.post(f"/reviews/{review.id}/purpose", data={"title": review.title, "setting": "adults"})

    assert review.setting == "adults"
    assert "Begin with the person" not in leader.get(f"/reviews/{review.id}/cast").text  # there is somebody already
    assert "the person’s brother" in leader.get(f"/reviews/{review.id}/cast").text


def test_a_facilitator_can_make_one(leader, own):
    (own / "setting.yaml").write_text((own / "setting.yaml").read_text().replace("Adults’ safeguarding", "Housing"))

    assert "Housing" in leader.get("/reviews/new").text
    assert settings()["housing"].person == "the person"


def test_a_faulty_one_is_said_and_left_out(leader, own):
    (own / "setting.yaml").write_text("name: Housing\n")

    assert "housing" not in settings()
    assert faults() == ["housing/setting.yaml needs a line “person: …”. The setting is left out."]
    assert "needs a line" in leader.get("/reviews/new").text


def test_a_review_whose_setting_has_gone_goes_on_with_ours(leader, own, app):
    review = begin_review("A flat", setting="housing")
    db.session.commit()
    shutil.rmtree(own)

    assert "family dynamics" in framework(review)["family"].items
    assert leader.get(f"/reviews/{review.id}/cast").status_code == 200
