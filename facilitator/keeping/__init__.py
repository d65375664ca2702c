"""How long a review is kept: signing off, holding, deleting for good; and whether its log is whole."""


def start(app):
    """Begin to look for what is due and to tidy the file, for as long as the process runs."""
    from facilitator.keeping.tidying import Tidying

    app.extensions["tidying"] = tidying = Tidying(app)
    tidying.start()
