"""Every part in every state, with words far too long: nothing breaks out of a small phone, nothing is unreadable."""

import pytest
from people import LAPTOP, axe_finds_nothing

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, LAPTOP])
def test_the_parts_stand_up(screen, size, scheme):
    page = screen(size, color_scheme=scheme)

    page.goto("/styleguide")

    page.get_by_role("heading", name="The parts every screen is made from").wait_for()
    axe_finds_nothing(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
