"""Why a copy could not be made, in words that can end a sentence."""

import errno

import sqlcipher3.dbapi2 as sqlcipher

REASONS = {
    errno.ENOSPC: "there is no room left",
    errno.EDQUOT: "there is no room left",
    errno.EROFS: "nothing can be written there",
    errno.EACCES: "nothing can be written there",
    errno.ENOENT: "it is not there",
    errno.EIO: "the disk reports errors",
}


def reason_of(error):
    if isinstance(error, sqlcipher.OperationalError) and "unable to open" in str(error):
        return "the file to be copied is not where it was"
    return REASONS.get(getattr(error, "errno", None)) or str(error) or type(error).__name__
