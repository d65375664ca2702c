"""Every address that can be looked at, filled in with what there is."""


def addresses(app, workshop):
    known = {"code": workshop.code, "review_id": workshop.review_id, "filename": "icon.svg", "region": "bar"}
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and rule.endpoint != "static":
            for number in (1, 2):
                given = {name: known.get(name, "a" if name == "token" else number) for name in rule.arguments}
                with app.test_request_context():
                    yield app.url_for(rule.endpoint, **given)
