"""Sixty files nobody sends by mistake. Each is made when it is asked for, and none is large in itself."""

import io
import json
import zipfile

MIB = 2**20
SHEET = "when,agency,source,text\n"
SHEET_XML = (
    '<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
BILLION = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{('&' + old + ';') * 10}'>" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"
XXE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
OUTWARD = "<!DOCTYPE x SYSTEM 'http://192.0.2.1/x.dtd'>"
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="{kind}"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/></Types>'
)
PLAIN_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
WORKBOOK = (
    '<?xml version="1.0"?>{doctype}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def book(rows="", doctype="", book_doctype="", kind=PLAIN_BOOK, more=(), target="worksheets/sheet1.xml"):
    """An XLSX made by hand."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.format(kind=kind),
        "_rels/.rels": RELATION.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": WORKBOOK.format(doctype=book_doctype),
        "xl/_rels/workbook.xml.rels": RELATION.format(kind="worksheet", target=target),
        "xl/worksheets/sheet1.xml": SHEET_XML.format(doctype=doctype, rows=rows),
    }
    return zipped([*parts.items(), *more])


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(name, content)
    return out.getvalue()


def bomb(size, name="xl/worksheets/sheet1.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file, file.open(name, "w") as part:
        for _ in range(size // MIB):
            part.write(b" " * MIB)
    return out.getvalue()


def nested(depth):
    inner = bomb(8 * MIB)
    for level in range(depth):
        inner = zipped([(f"{level}.zip", inner)])
    return inner


def lying_about_its_size():
    honest = bytearray(bomb(64 * MIB))
    central = honest.rindex(b"PK\x01\x02")
    honest[central + 24 : central + 28] = (10).to_bytes(4, "little")
    return bytes(honest)


def encrypted_flag():
    content = bytearray(book())
    for place in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[place] |= 1
    return bytes(content)


def unknown_compression():
    content = bytearray(book())
    for place in (content.index(b"PK\x03\x04") + 8, content.index(b"PK\x01\x02") + 10):
        content[place] = 99
    return bytes(content)


def sheets():
    rows = "".join(CELL.format("x") for _ in range(200_000))
    traversal = [("../../../../tmp/facilitator-was-here", "x"), ("/tmp/facilitator-was-here", "x")]
    return {
        "a zip bomb": bomb(500 * MIB),
        "a bomb in the strings": book(more=[("xl/sharedStrings.xml", " " * 200 * MIB)]),
        "a zip in a zip": nested(6),
        "a zip that lies": lying_about_its_size(),
        "ten thousand parts": zipped((f"xl/worksheets/{n}.xml", "") for n in range(10_000)),
        "paths that climb": book(more=traversal),
        "a sheet outside": book(target="../../../../etc/passwd"),
        "a sheet on the web": book(target="http://192.0.2.1/sheet.xml"),
        "an entity of a file": book(CELL.format("&a;"), doctype=XXE),
        "an entity in the book": book(CELL.format("x"), book_doctype=XXE),
        "a billion laughs": book(CELL.format("&j;"), doctype=BILLION),
        "laughs in the book": book(CELL.format("x"), book_doctype=BILLION),
        "a document type outside": book(CELL.format("x"), doctype=OUTWARD),
        "a macro": book(CELL.format("when"), kind=MACRO_BOOK, more=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro")]),
        "an old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
        "encrypted": encrypted_flag(),
        "cut in half": book(CELL.format("when") * 50)[:400],
        "only two letters": b"PK",
        "an empty zip": zipped([]),
        "no sheet": zipped([("[Content_Types].xml", CONTENT_TYPES.format(kind=PLAIN_BOOK))]),
        "broken XML": book("<row><c"),
        "a million rows": (SHEET + "2019,H,record,x\n" * 300_000).encode(),
        "two hundred thousand rows of XLSX": book(rows),
        "a row number beyond all": book('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
        "a column beyond all": book('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'),
        "one line of five megabytes": (SHEET + "2019,H,record," + "x" * (5 * MIB - 200)).encode(),
        "a million columns": (",".join(["when"] * 1_000_000)).encode(),
        "a quote that never ends": (SHEET + '2019,H,record,"' + "x\n" * 100_000).encode(),
        "nothing": b"",
        "only zeros": b"\0" * 100_000,
        "a compression nobody knows": unknown_compression(),
        "nothing but commas": (SHEET + "," * 4_000_000).encode(),
        "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 2000,
        "a program": b"\x7fELF" + b"\0" * 2000,
        "a PDF": b"%PDF-1.7\n" + b"x" * 2000,
        "a page": b"<html><script>alert(1)</script></html>",
        "too large": SHEET.encode() + b"x" * (5 * MIB + 1),
    }


def case_files():
    anchors = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    return {
        "aliases that explode": anchors.encode(),
        "a Python object": b"!!python/object/apply:os.system ['touch /tmp/facilitator-was-here']",
        "a Python name": b"review: !!python/name:os.system",
        "a tag of one's own": b"review: !x {title: x}",
        "brackets without end": b"[" * 100_000,
        "braces without end": b"{a: " * 50_000,
        "a merge of itself": b"a: &a\n  <<: *a\n",
        "huge numbers": b"review: {title: 1" + b"0" * 100_000 + b"}",
        "a number in base sixty": b"review: {title: " + b"1:" * 50_000 + b"1}",
        "a key of a megabyte": b"? " + b"x" * MIB + b"\n: y",
        "half a million keys": b"".join(b"k%d: v\n" % n for n in range(400_000)),
        "half a million faults": b"narrative:\n" + b"- {x: y}\n" * 400_000,
        "UTF-16": "review: {title: x}".encode("utf-16"),
        "null bytes": b"review:\0 {title: x}",
        "many documents": b"--- x\n" * 100_000,
        "a comment of five megabytes": b"#" + b"x" * (5 * MIB - 10),
        "an empty file": b"",
        "a zip": zipped([("case.yaml", "x")]),
        "too large": b"x" * (5 * MIB + 1),
    }


def archives():
    frame = {"format": "facilitator-archive", "version": 1, "review": {}}
    return {
        "brackets without end": b"[" * 1_000_000,
        "objects without end": b'{"a":' * 200_000,
        "a number of a megabyte": b"1" * MIB,
        "a number beyond all": b'{"version": 1e999999}',
        "not a number": b'{"version": NaN}',
        "a name a hundred thousand times": b"{" + b",".join([b'"a":1'] * 100_000) + b"}",
        "many names": ("{" + ",".join(f'"k{n}":1' for n in range(300_000)) + "}").encode(),
        "half a sign": b'"\\ud800"',
        "UTF-16": json.dumps(frame).encode("utf-16"),
        "cut in half": json.dumps(frame).encode()[:20],
        "an empty review": json.dumps(frame).encode(),
        "a list": b"[]",
        "a zip": zipped([("archive.json", "x")]),
    }
