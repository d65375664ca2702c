"""The rehearsal's windows do with a fragment what a browser does."""

from facilitator.rehearsal.page import Page

PAGE = """<body>
<div id="middle" hx-get="/stage" hx-trigger="stage-changed from:body" hx-swap="morph"><p>Before</p></div>
<div id="foot"><form action="/next"></form></div>
</body>"""


def test_a_region_is_replaced_and_what_comes_along_goes_to_its_place():
    """Seen to fail without swap_besides: the old foot stayed, with a “Next” that is not offered any more."""
    page = Page(PAGE)

    page.redraw(
        "/stage",
        '<div id="middle" hx-get="/stage" hx-trigger="stage-changed from:body"><p>After</p></div>'
        '<div id="foot" hx-swap-oob="morph"><form action="/closing"></form></div>',
    )

    assert page.words("//*[@id='middle']") == "After"
    assert len(page.all("//*[@id='middle']")) == len(page.all("//*[@id='foot']")) == 1
    assert page.form("/next") is None
    assert page.form("/closing")
