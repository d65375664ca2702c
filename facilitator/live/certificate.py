"""The organisation's own certificate: read once at start, refused with a sentence when it does not serve."""

import ssl
import time

from facilitator.refusal import Refused


class Certificate:
    """A certificate with its key. names: the host names in it. context: what the server greets with."""

    def __init__(self, certificate, key):
        self.context = paired(certificate, key)
        told = look_into(certificate)
        self.names = [name for kind, name in told.get("subjectAltName", ()) if kind in ("DNS", "IP Address")]
        if not self.names:
            raise Refused(f"The certificate {certificate} names no host (subjectAltName), so browsers would refuse it.")
        check_dates(certificate, told)

    @property
    def name(self):
        """The name to show people: the first that is no pattern."""
        return next((name for name in self.names if not name.startswith("*")), None)


def paired(certificate, key):
    for file in (certificate, key):
        check_readable(file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, password=refuse_passphrase)
    except ssl.SSLError as error:
        if "mismatch" in str(error).lower():
            raise Refused(f"The key {key} does not belong to the certificate {certificate}.")
        raise Refused(f"{certificate} or {key} is not in PEM form, or not whole. Ask your IT for both as PEM files.")
    return context


def refuse_passphrase():
    raise Refused("The key has a passphrase of its own. Ask your IT for one without, and keep it on this laptop only.")


def check_readable(file):
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        raise Refused(f"The file {file} cannot be read ({(error.strerror or 'unknown reason').lower()}).")


def look_into(certificate):
    """What a certificate says of itself, as `getpeercert` would; the standard library has no other way from a file."""
    return ssl._ssl._test_decode_cert(str(certificate))


def check_dates(certificate, told):
    begins, ends = ssl.cert_time_to_seconds(told["notBefore"]), ssl.cert_time_to_seconds(told["notAfter"])
    if time.time() > ends:
        raise Refused(f"The certificate {certificate} ended on {told['notAfter']}. Ask your IT for a new one.")
    if time.time() < begins:
        raise Refused(f"The certificate {certificate} begins on {told['notBefore']}. Is this laptop's clock right?")


def read_certificate(certificate, key):
    """The Certificate of these two files, or None when neither is given. Refused when only one is."""
    if not (certificate or key):
        return None
    if not (certificate and key):
        raise Refused("HTTPS needs both: --certificate FILE and --key FILE.")
    return Certificate(certificate, key)
