"""What the people in a browser test do with their screens, and what axe says of them."""

from pathlib import Path

PASSPHRASE = "four plain words here"
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}


def axe_finds_nothing(page):
    """No violation of WCAG 2.2 AA that axe can see, in the state the page is in now."""
    page.evaluate(f"() => {{ {axe_source()} }}")
    found = page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    sentences = [
        f"{one['id']}: {one['help']} → {[node['html'][:160] for node in one['nodes']]}" for one in found["violations"]
    ]
    assert sentences == [], f"{page.url}: {sentences}"


def axe_source():
    return AXE.read_text(encoding="utf-8")


def sign_in(page):
    page.goto("/unlock")
    page.get_by_label("Your passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/reviews")


def join(page, code, agency, role):
    page.goto("/join")
    page.get_by_label("The code on the wall").fill(code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="I have read this").click()
    page.get_by_role("link", name=agency).click()
    page.get_by_label(role, exact=True).check()
    page.get_by_role("button", name="Come in").click()
    page.get_by_text("You are here as").wait_for()
