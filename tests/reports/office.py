"""What LibreOffice makes of a Word document."""

import re
import shutil
import subprocess


def as_pdf(content, folder):
    """The bytes of a PDF of a .docx, as LibreOffice lays it out."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, (
        "LibreOffice is needed for this test. Install it, for example with: apt-get install libreoffice-writer"
    )
    (folder / "made.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "made.docx"]
    made = subprocess.run(command, capture_output=True, timeout=120)
    assert (folder / "made.pdf").exists(), made.stderr.decode()
    return (folder / "made.pdf").read_bytes()


def pages_in(pdf):
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
