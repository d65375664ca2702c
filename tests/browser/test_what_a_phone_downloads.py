"""At most 60 KB of scripts and style sheets, counted in the browser that received them. (trust.md, 4)"""

import pytest
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

MOST = 60 * 1000


def test_a_phone_receives_sixty_kilobytes_at_most(screen):
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    kinds, received = {}, {}
    wire = phone.context.new_cdp_session(phone)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on(
        "Network.responseReceived", lambda one: kinds.update({one["requestId"]: (one["type"], one["response"]["url"])})
    )
    wire.on("Network.loadingFinished", lambda one: received.update({one["requestId"]: one["encodedDataLength"]}))

    phone.reload(wait_until="networkidle")

    ours = {url: received[one] for one, (kind, url) in kinds.items() if kind in ("Script", "Stylesheet")}
    assert any("phone.js" in url for url in ours)
    assert any("phone.css" in url for url in ours)
    # Heads included, so that nothing that crosses the Wi-Fi is left out.
    assert sum(ours.values()) <= MOST, ours
