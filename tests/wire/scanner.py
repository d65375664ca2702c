"""wapiti, as Debian packs it, in front of some address. Every scan ends with a report.

wapiti keeps limits of its own for looking round and for each module, but asks after them only between two addresses. So
when the whole time is up it is interrupted, and answers its own question: on to the next module. If it is stuck even
then it is ended, and the report is written from what it had put down.
"""

import asyncio
import json
import os
import re
import shutil
import signal
from asyncio.subprocess import PIPE, STDOUT
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

WAPITI = shutil.which("wapiti")
# wapiti 3.0.4 makes of each path to leave out a pattern with its flags at the end, which Python 3.11 refuses. So it is
# started by the Python its own script names, with that one function put right.
STARTED = """
import fnmatch, re
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda path: re.compile(fnmatch.translate(path))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
"""
FOUND = re.compile(r"Wapiti found (\d+) URLs and forms")
MODULES = (
    "cookieflags,csp,http_headers,csrf,methods,htaccess,redirect,crlf,xss,permanentxss,sql,exec,file,xxe,blindsql"
)
# wapiti would send reports and fetch lists; with such a proxy it reaches this laptop and nothing else.
NOWHERE = {f"{scheme}_proxy": "http://127.0.0.1:9" for scheme in ("http", "https")} | {"no_proxy": "127.0.0.1"}
AGAIN, PATIENCE = 3, 60  # seconds: between two interruptions, and until it is ended


async def scan(address, folder, seconds, starts=(), leave_out=(), http=None, modules=MODULES):
    """Scan what lies at an address. folder: a new one, for all that wapiti writes. seconds: what it may take.

    starts: pages to begin at. leave_out: patterns of paths. http: whose cookies it shall have. Returns (findings, how
    many addresses and forms it found); a finding is [category, level from 1 to 4, method, path, words].
    """
    folder.mkdir()
    own = ["-d", "4", "--max-links-per-page", "60", "--max-files-per-dir", "40", "-t", "10"]
    own += ["--max-scan-time", str(max(5, seconds / 4)), "--max-attack-time", str(max(3, seconds / 5))]
    own += [piece for name in ("csrf_token", "key") for piece in ("--skip", name)]
    if http:
        own += ["-c", str(cookies_of(http, folder / "cookies.json", address))]
    for path in leave_out:
        own += ["-x", f"{address}*{path}"]
    for path in starts:
        own += ["-s", address + path]
    said = await run(address, folder, seconds, *own, "-m", modules)
    if not (folder / "report.json").exists():
        said += await run(address, folder, PATIENCE, "--skip-crawl", "-m", "methods")
    assert (folder / "report.json").exists(), said[-3000:]
    return findings_in(folder / "report.json"), int((FOUND.search(said) or [0, 0])[1])


async def run(address, folder, seconds, *options):
    """Run wapiti with these options. Returns what it printed."""
    python = Path(WAPITI).read_text(encoding="utf-8").partition("\n")[0].removeprefix("#!").strip()
    command = [python, "-c", STARTED, "-u", f"{address}/", "--scope", "folder", "--no-bugreport"]
    command += ["--store-session", str(folder)]
    # Where XML of wapiti's own would call: not on the web either.
    command += ["--endpoint", f"{address}/", "-f", "json", "-o", str(folder / "report.json"), *options]
    pipes = {"stdin": PIPE, "stdout": PIPE, "stderr": STDOUT}
    process = await asyncio.create_subprocess_exec(*command, **pipes, env=os.environ | NOWHERE)
    ending = asyncio.ensure_future(end(process, seconds))
    try:
        said = (await process.communicate(b"n\n" * 200))[0].decode(errors="replace")
    finally:
        ending.cancel()
        with suppress(ProcessLookupError):
            process.kill()
    (folder / "said.txt").write_text(said)
    return said


async def end(process, seconds):
    """When the time is up: to the next module, and to the next, until there is none and the report is written."""
    await asyncio.sleep(seconds)
    for _ in range(PATIENCE // AGAIN):
        process.send_signal(signal.SIGINT)
        await asyncio.sleep(AGAIN)
    process.kill()


def cookies_of(http, file, address):
    """What this browser has, as wapiti reads it."""
    plain = {"version": 0, "port": None, "secure": False, "expires": None}
    cookies = {one.key: {"value": one.value, **plain} for one in http.cookie_jar}
    file.write_text(json.dumps({urlsplit(address).hostname: {"/": cookies}}))
    return file


def findings_in(file):
    told = json.loads(file.read_text())
    return [
        [category, one["level"], one["method"], one["path"], one["info"]]
        for kind in ("vulnerabilities", "anomalies")
        for category, found in told[kind].items()
        for one in found
    ]
