"""From the bytes of an archive file to its text."""

from facilitator.refusal import Refused

LARGEST_ARCHIVE = 20 * 2**20  # bytes; a review of three hundred accounts has about one megabyte


def text_of_archive(content, name="This file"):
    """Refused when it is too large or not UTF-8."""
    if len(content) > LARGEST_ARCHIVE:
        raise Refused(f"{name} is larger than {LARGEST_ARCHIVE // 2**20} MB, so it is no archive of a review.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{name} is not text in UTF-8, so it is no archive.")


def read_at_most(path):
    """The bytes of a file, and one more than is allowed where there are more. Refused when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_ARCHIVE + 1)
    except OSError:
        raise Refused(f"The file {path} cannot be read.")
