"""The passphrase once more before what cannot be called back: taking a review out, purging it, the real names."""

from flask import request

from facilitator.access.acting import acting
from facilitator.access.door import vault
from facilitator.access.matrix import MATRIX
from facilitator.access.opening import patience
from facilitator.refusal import Refused


def asked_again(act, nothing="Nothing was done.", everybody=False):
    """Go on only with the passphrase in the form's field `passphrase`; the caller then does the act and logs it.

    act: the act of access.matrix that the door has just permitted. A helper to whom it was granted is not asked: the
    grant itself was given with the passphrase. nothing: what the refusal says of what did not happen. everybody: that
    helper is asked too, because the passphrase itself is the key to what is opened. Returns what was typed. Refused,
    after waits that grow with every wrong try and never lock anybody out, when it is not the passphrase.
    """
    one = acting()
    if not everybody and one is not None and one.role not in MATRIX[act]:
        return None
    patience().check()
    if not vault.recognises(passphrase := request.form.get("passphrase", "")):
        patience().failed()
        raise Refused(f"That is not the passphrase of this data folder. {nothing}", field="passphrase")
    patience().succeeded()
    return passphrase
