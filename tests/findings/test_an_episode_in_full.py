"""An episode in full at the desk: one desk, what nobody in the room is asked, and where it rests."""

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Abstention, Statement
from facilitator.workshops.models import Reveal

VIEW = "05-view-at-the-time"


@pytest.fixture
def episode(review):
    one = Episode(review=review, title="The first call", when="2019-03-11", typed_why="It set the course.", number=1)
    db.session.add(one)
    one.entries = review.all_entries[:1]
    db.session.commit()
    return one


@pytest.fixture
def desk(leader, review):
    return lambda number=1: leader.get(f"/reviews/{review.id}/episodes/{number}")


@pytest.fixture
def tell(leader, review):
    """tell(surprised="…") → the answer to that form; what is left out of it stays as it is."""

    def post(**given):
        names = {name.replace("_", "-"): words for name, words in given.items()}
        return leader.post(f"/reviews/{review.id}/episodes/1", data={"entries": ["1"], **names})

    return post


def test_what_an_editor_writes_is_kept_and_stands_on_the_page(episode, tell, desk):
    answer = tell(
        when="about March 2019", kind="omission", why="Nobody rang.", surprised="Two records of one call.",
        open_questions="Who rang?", how_sure="One memory.", changes="Ring back the same day.", entries=["1", "2"],
    )  # fmt: skip

    assert answer.status_code == 302
    assert (episode.when, episode.kind, episode.why) == ("2019-03~", "omission", "Nobody rang.")
    assert [entry.number for entry in episode.entries] == [1, 2]
    text = desk().text
    for words in ("Two records of one call.", "Who rang?", "One memory.", "Ring back the same", "about March 2019"):
        assert words in text


def test_an_empty_page_says_what_to_do_next(leader, review, episode, desk):
    text = desk().text

    assert "What did you not expect" in text
    assert "No words about it have been revealed yet" in text
    assert "No pattern rests on it yet" in text
    assert "Not written yet: what surprised us, open questions" in leader.get(f"/reviews/{review.id}/episodes").text


def test_without_an_episode_the_list_says_where_they_come_from(leader, review):
    assert "The group chooses them" in leader.get(f"/reviews/{review.id}/episodes").text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"when": "12/03/2019"}, "is not a date we can place"),
        ({"when": "2019-05/2019-03"}, "ends before it begins"),
        ({"kind": "mistake"}, "an action, an omission or a sequence"),
        ({"surprised": "x" * 10_001}, "10,000 characters"),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_changes(episode, tell, given, sentence):
    answer = tell(**{"changes": "Ring back.", **given})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert (episode.when, episode.kind, episode.tellings) == ("2019-03-11", "", [])


def test_the_same_again_writes_nothing(episode, tell):
    for _ in range(2):
        tell(surprised="Two records of one call.", when="11 March 2019")

    assert [one.text for one in episode.tellings] == ["Two records of one call."]


def test_what_stood_there_before_is_kept_and_can_be_brought_back(episode, tell, desk):
    tell(when="2019-04")
    tell(when="2019-05")

    assert [one.text for one in episode.tellings] == ["2019-03-11", "2019-04", "2019-05"]
    assert "11 March 2019" in desk().text
    tell(when="2019-03-11")
    assert episode.when == "2019-03-11"


def test_two_editors_never_overwrite_each_other(episode, tell):
    tell(seen="0", surprised="The first.")

    answer = tell(seen="0", surprised="The second.")

    assert answer.status_code == 422
    assert "Somebody else has written here meanwhile" in answer.text
    assert episode.told("surprised") == "The first."


def test_a_proposers_own_words_are_not_reworded(episode, tell, review, workshop, hv):
    said = {"question": "why", "asked": "Why?", "text": "I was there.", "stage": "03-turning-points"}
    episode.statement = Statement(review=review, number=1, workshop=workshop, **said)
    db.session.commit()

    answer = tell(why="They were there.")

    assert answer.status_code == 422
    assert "proposer’s own words" in answer.text


def test_who_answered_and_who_was_not_involved_appear_once_it_is_revealed(episode, desk, review, workshop, hv, sw):
    hv_person, sw_person = workshop.participants[:2]
    said = {"question": "going-on", "asked": "What?", "text": "A referral.", "stage": VIEW, "episode": episode}
    who = {"participant": hv_person, "position": hv_person.position}
    db.session.add(Statement(review=review, number=1, workshop=workshop, **who, **said))
    db.session.add(Abstention(participant=sw_person, stage=VIEW, episode_id=episode.id, answer="not-involved"))
    db.session.commit()
    before = desk().text
    db.session.add(Reveal(workshop_id=workshop.id, stage=VIEW, episode_id=episode.id, by="facilitator"))
    db.session.commit()

    after = desk().text

    assert hv_person.position.label not in before
    assert "S-001" not in before
    assert "not involved" not in before
    assert hv_person.position.label in after
    assert "Fewer than five people said they were not involved." in after
    assert sw_person.position.label not in after
    assert f'href="/reviews/{review.id}/statements#S-001"' in after
    assert f'href="/reviews/{review.id}/narrative/1"' in after


def test_an_entry_corrected_since_stays_with_the_episode(episode, leader, review, workshop, desk):
    changed = {"agency": review.agencies[0].id, "when": "2019-03-11", "source": "record", "text": "Home visit, at two."}
    leader.post(f"/reviews/{review.id}/narrative/1", data=changed)

    text = desk().text

    assert '<input type="hidden" name="entries" value="1">' in text
    assert "corrected or taken back since" in text


def test_an_episode_that_is_not_there_is_not_found_and_an_outsider_sees_none(episode, desk, outsider, review):
    assert desk(9).status_code == 404
    assert outsider.get(f"/reviews/{review.id}/episodes/1").status_code in (302, 403)
    assert outsider.post(f"/reviews/{review.id}/episodes/1", data={"surprised": "x"}).status_code in (302, 403)
    assert episode.tellings == []
