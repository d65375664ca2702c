"""What others have not been shown is not sent to their browser: not hidden, not sent."""

import pytest
from people import PHONE, PROJECTOR, a_room_at, join
from playwright.sync_api import Error

pytestmark = pytest.mark.browser

WORDS = "Unmistakable words about that afternoon"


class Traffic:
    """Everything a page received, over HTTP and over its sockets."""

    def __init__(self, page):
        self.heard, self.unread = [], []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: self.heard.append(str(frame))))
        page.on("requestfinished", self.note)

    def note(self, request):
        answer = request.response()
        if answer.status != 200 or "/static/" in request.url:
            return
        try:
            self.heard.append(answer.text())
        except Error:
            self.unread.append(request.url)

    def everything(self):
        assert self.unread == []
        return " ".join(self.heard)


def test_the_other_screens_traffic_holds_none_of_the_words(screen):
    console, code = a_room_at(screen, "The view at the time")
    hv, sw = screen(PHONE), screen(PHONE)
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    traffic = {name: Traffic(page) for name, page in (("phone", sw), ("console", console), ("wall", wall))}
    wall.goto(f"/w/{code}/wall")
    join(hv, code, "Health visiting", "Health visitor")
    join(sw, code, "Referral hub", "Social worker")

    hv.get_by_label("What did you think was going on?").fill(WORDS)
    hv.get_by_role("button", name="Save and go on").click()
    wall.get_by_text("Some have answered").wait_for()
    hv.get_by_role("link", name="What I have said").click()
    hv.get_by_text("It has not been revealed to the room yet.").wait_for()
    # A page of its own and not a reload: what a page was just receiving could not be read once it is left.
    again = sw.context.new_page()
    traffic["phone, opened again"] = Traffic(again)
    again.goto(sw.url)
    again.get_by_text("The view at the time").first.wait_for()

    for name, seen in traffic.items():
        assert WORDS not in seen.everything(), name
        assert "The view at the time" in seen.everything(), name
    # A silence proves nothing unless the same ear hears the words once they are revealed.
    console.get_by_role("button", name="Reveal together").click()
    for page in (wall, sw, again, console):
        page.get_by_text(WORDS).first.wait_for(state="attached")
    assert all(WORDS in seen.everything() for seen in traffic.values())
    hv.reload()
    hv.get_by_text("As it stands it will be in the report, word for word").wait_for()
