"""How every act of those who lead ends."""

from flask import redirect, request

from facilitator.db import db


def acted(address):
    """Commit. A page with scripts hears of the change and draws its regions; one without goes to the address."""
    db.session.commit()
    if request.headers.get("HX-Request"):
        return "", 204
    return redirect(address)
