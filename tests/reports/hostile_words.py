# ruff: noqa: E501
"""Three hundred things somebody might write to see what happens."""

MARK = "window.__ran=1"
SCRIPTS = (
    "<script>{}</script>", "<ScRiPt>{}</sCrIpT>", "</textarea><script>{}</script>", "</title><script>{}</script>",
    "</style><script>{}</script>", "--><script>{}</script>", "]]><script>{}</script>", "<script src=data:,{}></script>",
    "<img src=x onerror={}>", "<img src=x onerror='{}'>", "<svg onload={}>", "<svg/onload={}//", "<svg><script>{}</script>",
    "<body onload={}>", "<iframe srcdoc='<script>parent.{}</script>'>", "<iframe src=javascript:parent.{}>",
    "<a href=javascript:{}>x</a>", "<a href='&#106;avascript:{}'>x</a>", "<details open ontoggle={}>",
    "<input autofocus onfocus={}>", "<select autofocus onfocus={}>", "<video><source onerror={}>", "<audio src=x onerror={}>",
    "<object data=javascript:{}>", "<embed src=javascript:{}>", "<form action=javascript:{}><button>x", "<base href=//x.invalid>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<link rel=stylesheet href=data:text/css,*{{color:red}}>",
    "<style>@import 'javascript:{}'</style>", "<math><mi xlink:href=javascript:{}>x", "<template><script>{}</script>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<div style=background:url(javascript:{})>",
    "<marquee onstart={}>", "<x onclick={} tabindex=1 id=x>", "<p hx-on:load='{}'>", "<p hx-get=/ hx-trigger=load>",
    "<p data-hx-on::after-request='{}'>", "<button hx-post=/sign-out hx-trigger=load>", "<p hx-vals='js:{{a:{}}}'>",
    "<dialog open>{}</dialog>", "<isindex action=javascript:{} type=image>", "<keygen autofocus onfocus={}>",
)  # fmt: skip
BREAKS = ("{}", '"{}', "'{}", '">{}', "'>{}", "`{}`")
TEMPLATES = ("{{7*7}}", "{{config}}", "{{''.__class__.__mro__}}", "{% raw %}", "{% include '/etc/passwd' %}", "${7*7}",
             "#{7*7}", "<%= 7*7 %>", "{0.__class__}", "%(x)s", "%s%n%x", "{{ self }}", "{#", "{{", "}}")  # fmt: skip
SQL = ("'; DROP TABLE statement; --", "' OR '1'='1", "1); DELETE FROM review;--", '" UNION SELECT 1,2,3 --', "\\'; --",
       "%' ESCAPE '!", "_%_%", "x'41'", "NULL", "0x414243")  # fmt: skip
FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://x.invalid\")", "\t=1+1",
            "=DDE(\"a\";\"b\")", "=IMPORTXML(\"http://x.invalid\")", "|calc")  # fmt: skip
FIELDS = ("{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }", "{ INCLUDEPICTURE \"http://x.invalid\" }", "{ HYPERLINK x }",
          "<w:fldSimple w:instr=\"DDE\"/>", "</w:t></w:r><w:r><w:t>", "\\o \"1-3\" TOC", "_GoBack")  # fmt: skip
XML = ("&lt;", "&amp;amp;", "&xxe;", "<!ENTITY a SYSTEM 'file:///etc/passwd'>", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
       "<![CDATA[x]]>", "<?xml version='1.0'?>", "&#0;", "&#x1F;", "]]>")  # fmt: skip
MARKDOWN = ("[x](javascript:window.__ran=1)", "![x](http://x.invalid/x.png)", "<javascript:window.__ran=1>",
            "**bold", "# x", "- [ ] x", "| a | b |", "```", "S-001 S-999999999999", "[S-001](x)", "> q", "\\*")  # fmt: skip
ODD = (
    "\u202eright to left\u202c", "\u2066isolated", "\u200b\u200b", "\ufeffbom", "Z\u0351\u036b\u0343a\u0332\u034al\u0334g\u0335o",
    "👩‍👩‍👧‍👦 🏳️‍🌈", "𝕳𝖊𝖑𝖑𝖔", "שלום עולם", "مرحبا بالعالم", "你好，世界", "ﬁ ﬂ ½ ²", "İıſß", "e\u0301 é",
    "\u2028line\u2029paragraph", "a\u00a0b", "\u00ad soft", "😀" * 40, "a" * 190, "word " * 30, "a\tb", "line\nline\n\nline",
    "../../etc/passwd", "C:\\x\\y", "file:///etc/passwd", "http://x.invalid/?a=b&c=d#e", "%00%0a%0d", "a\\u0000b", "\\x00",
    "null", "undefined", "NaN", "true", "[object Object]", "__proto__", "constructor", "0", "-1", "1e309", "''", '""',
)  # fmt: skip


# One that gets out of a text, an attribute with either quotation mark, a comment, a title and a field.
OUT_OF_ANYTHING = f"--></title></textarea>'\"><img src=x onerror={MARK}><script>{MARK}</script>"


def three_hundred():
    """At most 190 signs each, so that they fit into a title."""
    scripts = [around.format(one.format(MARK)) for around in BREAKS for one in SCRIPTS]
    plain = [*TEMPLATES, *SQL, *FORMULAS, *FIELDS, *XML, *MARKDOWN, *ODD]
    return list(dict.fromkeys([*plain, *scripts]))[:300]
