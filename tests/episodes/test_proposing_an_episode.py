import pytest

from facilitator.db import db, new_key
from facilitator.episodes.models import Episode

STAGE = "03-turning-points"
WHY = "Two careful people put the telephone down with different pictures."


@pytest.fixture
def proposing(go_to):
    go_to(STAGE)


def propose(phone, title="The first call to the hub", **form):
    given = {"why": WHY, "when": "2019-03-11", "kind": "sequence", "entries": ["1", "2"], **form}
    return phone.post("/turning-points", stage=STAGE, title=title, **given)


def episodes():
    return db.session.scalars(db.select(Episode)).all()


def test_a_proposal_keeps_its_reason_as_a_statement(proposing, hv, wall):
    wall.heard()

    propose(hv)

    [episode] = episodes()
    assert (episode.title, episode.why, episode.statement.number_label) == ("The first call to the hub", WHY, "S-001")
    assert [entry.number for entry in episode.entries] == [1, 2]
    assert "episodes-changed" in wall.heard()


def test_nobody_sees_it_before_the_reveal_and_everybody_after(proposing, hv, sw, leader, workshop):
    propose(hv)
    assert WHY not in sw.get().text + leader.get(f"/w/{workshop.code}/wall").text

    leader.post(f"/w/{workshop.code}/reveal")

    assert WHY in sw.get().text
    assert "The first call to the hub" in leader.get(f"/w/{workshop.code}/wall").text


def test_sending_it_twice_proposes_it_once(proposing, hv):
    key = new_key()

    for _ in range(2):
        assert propose(hv, key=key).status_code == 200

    assert len(episodes()) == 1


@pytest.mark.parametrize("form", [{"title": "  "}, {"title": "x" * 201}, {"why": " "}, {"kind": "blunder"}])
def test_an_incomplete_proposal_is_refused_and_nothing_is_half_written(proposing, hv, form):
    answer = propose(hv, **form)

    assert answer.status_code == 422
    assert episodes() == []


def test_an_outsider_is_shut_out(proposing, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/turning-points", data={"title": "x"}).status_code == 403


def test_withdrawing_the_reason_leaves_no_copy_behind(proposing, hv):
    propose(hv)

    hv.post("/statements/1/withdrawal")

    assert episodes()[0].why == ""
