"""At the close nothing is asked any more, so the console says of nobody that they have not been heard."""


def test_nobody_is_shown_as_not_heard_at_the_close(leader, workshop, go_to, hv):
    """Seen to fail when the console asks at every step who has answered."""
    go_to("10-findings")
    assert "Not heard yet here" in leader.get(f"/w/{workshop.code}/console").text

    go_to("12-close")

    page = leader.get(f"/w/{workshop.code}/console").text
    assert "Not heard yet here" not in page
    assert "Who has been heard at this step" not in page
