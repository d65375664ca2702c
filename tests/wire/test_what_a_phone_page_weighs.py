"""Scripts and style sheets travel packed. Pages do not: they hold secrets, and words that somebody chose."""

import gzip
import re

MOST = 60 * 1024  # bytes of JavaScript and CSS on the wire (trust.md, 4)
FILES = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:js|css)[^"]*)"')


def fetch(client, path):
    return client.get(path, headers={"Accept-Encoding": "gzip, deflate"})


def test_the_scripts_and_style_sheets_of_a_phone_are_light(hv):
    files = FILES.findall(hv.get().text)

    answers = [fetch(hv.client, path) for path in files]

    assert len(files) > 5
    assert all(answer.headers["Content-Encoding"] == "gzip" for answer in answers)
    assert sum(len(answer.data) for answer in answers) <= MOST


def test_what_comes_packed_is_the_file_itself(outsider):
    plain = outsider.get("/static/js/live.js")
    packed = fetch(outsider, "/static/js/live.js")

    assert gzip.decompress(packed.data) == plain.data
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_a_file_the_browser_has_already_is_not_sent_again(outsider):
    first = fetch(outsider, "/static/js/live.js")

    again = outsider.get(
        "/static/js/live.js", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]}
    )

    assert again.status_code == 304


def test_a_page_is_never_packed(hv):
    page = fetch(hv.client, f"/w/{hv.code}")

    assert page.status_code == 200
    assert "Content-Encoding" not in page.headers
